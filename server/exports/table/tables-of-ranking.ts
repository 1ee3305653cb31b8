import messages from '../../../messages/en/comparisons.json'
import { decimals } from '../../results/decimals'
import type { StrengthTable } from '../../results/head-to-head'
import type { Comparisons } from '../../results/queries/get-comparisons'
import type { Ranks } from '../../results/queries/get-ranks'
import { intervalOf, numberCell, type ResultTable, type ResultTables } from './result-table'
import { tableFacts } from './table-facts'

const rankingHeader = ['method', 'place', 'model', 'value', 'lower', 'upper', 'standard_error', 'items', 'display']

/** The models on one scale by each method that has one, and their mean ranks where they were ranked. */
export function tablesOfRanking(comparisons: Comparisons, ranks: Ranks | null): ResultTables {
  const { criterion, scales, filter } = comparisons
  const of = `${criterion.label}, ${filter.languages?.join(', ') ?? 'all languages'}`
  const verdict = verdictOf(comparisons)
  const ranked = ranks && ranks.models.length > 0 ? ranks : null
  const tables = [...(ranked ? [rankTable(ranked, of)] : []), ...scales.map(scale => strengthTable(scale, of, verdict))]
  return {
    ...tableFacts(comparisons),
    result: 'ranking',
    criterion: { id: criterion.id, label: criterion.label },
    // Without a scale the reason is the result.
    tables: tables.length > 0 ? tables : [{ caption: `Strengths: ${of}`, ...emptyTable, notes: verdict }],
    records: {
      header: rankingHeader,
      numbers: rankingHeader.filter(name => name !== 'method' && name !== 'model'),
      rows: [...(ranked ? rankRows(ranked) : []), ...scales.flatMap(strengthRows)],
    },
  }
}

/** What the method could not do, in words; empty when all models are on one scale. */
function verdictOf({ verdict, groups, uncompared }: Comparisons): string[] {
  const names = (models: readonly { name: string }[]) => models.map(model => model.name).join(', ')
  const named = groups.map(group => `(${names(group)})`).join(verdict === 'separation' ? ' > ' : ', ')
  const said = {
    connected: [],
    separation: [
      `Some models won every time. Groups in order, best first: ${named}. Strengths are shrunk to be finite.`,
    ],
    disconnected: [`No joint scale: these groups were never compared with each other: ${named}.`],
    none: ['No scale could be fitted.'],
  }[verdict]
  return uncompared.length > 0 && verdict !== 'none' ? [...said, `Without a comparison: ${names(uncompared)}.`] : said
}

const model = { label: 'Model', kind: 'text' } as const
const emptyTable: Omit<ResultTable, 'caption' | 'notes'> = { columns: [model], rows: [], footer: [] }

const strengths: Record<StrengthTable['model'], string> = {
  'bradley-terry': 'Bradley–Terry strengths',
  davidson: 'Strengths by Davidson’s model with ties',
  penalised: 'Penalised Bradley–Terry strengths',
}

const strengthTable = (
  { model: kind, rows, tieParameter }: StrengthTable,
  of: string,
  verdict: string[],
): ResultTable => ({
  caption: `${strengths[kind]}: ${of}`,
  columns: [
    model,
    { label: 'Strength', kind: 'number', decimals: 3 },
    { label: 'Standard error', kind: 'number', decimals: 3 },
  ],
  rows: rows.map(({ model: { name }, value, lower, upper, standardError }) => [
    name,
    numberCell(value, decimals(value, 3), {
      interval: intervalOf({ lower, upper }, end => decimals(end, 3)),
    }),
    numberCell(standardError, decimals(standardError, 3)),
  ]),
  footer: [],
  notes: [
    `Strengths are log-odds against the average model; intervals of 95 %. ${messages.headToHead.scaleModels[kind]}.`,
    ...(tieParameter === null ? [] : [`Ties: ν = ${decimals(tieParameter, 3)}.`]),
    ...verdict,
  ],
})

const rankTable = ({ models, concordance }: Ranks, of: string): ResultTable => ({
  caption: `Mean ranks: ${of}`,
  columns: [
    model,
    { label: 'Mean rank', kind: 'number', decimals: 2 },
    { label: 'Items', kind: 'number', decimals: 0 },
  ],
  rows: models.map(({ model: { name }, meanRank, items }) => [
    name,
    numberCell(meanRank, decimals(meanRank, 2)),
    numberCell(items, String(items)),
  ]),
  footer: [],
  notes: [
    'The mean over items of the mean rank over annotators; responses that share a rank have its middle.',
    ...(concordance === null
      ? []
      : [
          `Agreement of the annotators (Kendall’s W): ${decimals(concordance.value, 3)} on average, over items that several ranked: ${concordance.items}.`,
        ]),
  ],
})

const strengthRows = ({ method, rows }: StrengthTable): string[][] =>
  rows.map(({ model: { name }, value, lower, upper, standardError }, index) => [
    method,
    String(index + 1),
    name,
    ...[value, lower, upper, standardError].map(String),
    '',
    value.toFixed(3),
  ])

const rankRows = ({ models }: Ranks): string[][] =>
  models.map(({ model: { name }, meanRank, items }, index) => [
    'mean rank',
    String(index + 1),
    name,
    String(meanRank),
    '',
    '',
    '',
    String(items),
    meanRank.toFixed(2),
  ])
