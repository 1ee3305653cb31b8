import type { ModelDifference } from '../../results/computed/paired-differences'
import { decimals } from '../../results/decimals'
import type { Differences } from '../../results/queries/compute-differences'
import { intervalOf, numberCell, type ResultTable, type ResultTables, type TableColumn } from './result-table'
import { tableFacts } from './table-facts'

const header = [
  'model',
  'opponent',
  'n',
  'clusters',
  'difference',
  'lower',
  'upper',
  'standard_error',
  'd_z',
  'p',
  'p_holm',
  'p_method',
  'wilcoxon_p',
  'wins',
  'ties',
  'losses',
  'reason',
]
const texts = ['model', 'opponent', 'p_method', 'reason']

const number = (label: string, places: number): TableColumn => ({ label, kind: 'number', decimals: places })
const written = (value: number | null) => (value === null ? '' : String(value))
const pText = (p: number | null) => (p !== null && p < 0.001 ? '< 0.001' : decimals(p, 3))

/** Each two models once: the difference of their means on the items that both have; and the places that models may have. */
export function tablesOfDifferences(facts: Parameters<typeof tableFacts>[0], differences: Differences): ResultTables {
  const { scale, models, pairs } = differences
  const nameOf = new Map(models.map(model => [model.id, model.name]))
  const names = (pair: ModelDifference) => [nameOf.get(pair.first) ?? '', nameOf.get(pair.second) ?? '']
  const rows = pairs.map(pair => [
    ...names(pair),
    String(pair.n),
    written(pair.clusters),
    ...[pair.mean, pair.lower, pair.upper, pair.standardError, pair.effectSize, pair.p, pair.pAdjusted].map(written),
    pair.pMethod,
    written(pair.wilcoxonP),
    ...[pair.wins, pair.ties, pair.losses].map(String),
    pair.reason ?? '',
  ])
  return {
    ...tableFacts(facts),
    result: 'differences',
    criterion: { id: scale.id, label: scale.label },
    tables: [pairTable(differences, names), rankTable(differences)],
    records: { header, numbers: header.filter(name => !texts.includes(name)), rows },
  }
}

const pairTable = ({ scale, pairs }: Differences, names: (pair: ModelDifference) => string[]): ResultTable => ({
  caption: `Paired differences: ${scale.label}`,
  columns: [
    { label: 'Model', kind: 'text' },
    { label: 'Opponent', kind: 'text' },
    number('n', 0),
    number('Difference', 2),
    number('d_z', 2),
    number('p', 3),
    number('p (Holm)', 3),
  ],
  rows: pairs.map(pair => [
    ...names(pair),
    numberCell(pair.n, String(pair.n)),
    numberCell(pair.mean, decimals(pair.mean, 2), { interval: intervalOf(pair, end => decimals(end, 2)) }),
    numberCell(pair.effectSize, decimals(pair.effectSize, 2)),
    numberCell(pair.p, pText(pair.p)),
    numberCell(pair.pAdjusted, pText(pair.pAdjusted)),
  ]),
  footer: [],
  notes: [
    `Difference: the mean of the first model minus that of the second on the items that both have, with a t interval of 95 % (over clusters of items where items name theirs). p: ${methodsOf(pairs)}, two-sided; Holm over the pairs of this table. d_z: mean difference over its standard deviation.`,
  ],
})

const methodsOf = (pairs: readonly ModelDifference[]) =>
  [...new Set(pairs.map(pair => pair.pMethod))].join('; ') || 'exact sign-flip permutation'

const rankTable = ({ scale, ranks, alpha }: Differences): ResultTable => ({
  caption: `Places: ${scale.label}`,
  columns: [
    { label: 'Model', kind: 'text' },
    number('n', 0),
    number('Mean', 2),
    { label: 'Places', kind: 'text' },
    number('Cluster', 0),
  ],
  rows: ranks.map(({ model, n, mean, first, last, cluster }) => [
    model.name,
    numberCell(n, String(n)),
    numberCell(mean, decimals(mean, 2)),
    first === last ? String(first) : `${first}–${last}`,
    numberCell(cluster, String(cluster)),
  ]),
  footer: [],
  notes: [
    `Places that a model may have: 1 + the models that are significantly better … all but those that are significantly worse, by Holm’s p below ${alpha}. Every model of a cluster is significantly better than every model of the next.`,
  ],
})
