import drillDown from '../../../messages/en/drill-down.json'
import messages from '../../../messages/en/results.json'
import type { CriterionAgreement } from '../../results/agreement/criterion-agreement'
import { decimals } from '../../results/decimals'
import type { Estimate } from '../../statistics/estimate'
import { agreementHeader, agreementRows } from './agreement-records'
import {
  intervalOf,
  numberCell,
  type ResultTable,
  type ResultTables,
  type TableCell,
  type TableColumn,
} from './result-table'
import { tableFacts } from './table-facts'

// The page's own words for statistics and reasons.
const words = messages.agreement
const more = drillDown.qualityResults

/** How far annotators agree, per criterion, and κ of each two of them. Names no model. */
export function tablesOfAgreement(
  facts: Parameters<typeof tableFacts>[0],
  agreement: readonly CriterionAgreement[],
): ResultTables {
  const judged = agreement.filter(one => one.alpha.n > 0)
  return {
    ...tableFacts(facts),
    result: 'agreement',
    criterion: null,
    tables: [statistics(judged), ...judged.filter(one => one.kappas.some(({ kappa }) => kappa.n > 0)).map(kappaTable)],
    records: {
      header: agreementHeader,
      numbers: ['n', 'value', 'lower', 'upper'],
      rows: agreementRows(agreement),
    },
  }
}

const ofLargeSamples =
  'Intervals of κ and AC are those of large samples and are not cut off: an end above 1 says that there were few units.'

type Figure = Pick<Estimate, 'value' | 'n' | 'reason'> & Partial<Pick<Estimate, 'lower' | 'upper'>>

function cells(figure: Figure): TableCell[] {
  const { value, n, reason } = figure
  return [
    numberCell(value, decimals(value, 2), { interval: intervalOf(figure, end => decimals(end, 2)) }),
    numberCell(n, String(n)),
    reason === null ? '' : words.reason[reason],
  ]
}

const figureColumns: TableColumn[] = [
  { label: 'Value', kind: 'number', decimals: 2 },
  { label: 'n', kind: 'number', decimals: 0 },
  { label: 'Remark', kind: 'text' },
]

const statistics = (agreement: readonly CriterionAgreement[]): ResultTable => ({
  caption: 'Agreement of the annotators',
  columns: [{ label: 'Criterion', kind: 'text' }, { label: 'Statistic', kind: 'text' }, ...figureColumns],
  rows: agreement.flatMap(({ criterion: { label }, metric, alpha, raw, withinOne, gwet, fleiss, intraclass }) => {
    const row = (name: string, figure: Figure) => [label, name, ...cells(figure)]
    return [
      row(`${words.alpha} (${metric})`, alpha),
      row(words.raw, raw),
      ...(withinOne ? [row(more.within, withinOne)] : []),
      ...(gwet ? [row(metric === 'nominal' ? more.gwetLabels : more.gwetRanks, gwet)] : []),
      ...(fleiss ? [row(words.fleiss, fleiss)] : []),
      ...(intraclass
        ? [
            row(`ICC(${intraclass.kind},1), one annotator`, intraclass.one),
            row(`ICC(${intraclass.kind},k), mean of all`, intraclass.mean),
          ]
        : []),
    ]
  }),
  footer: [],
  notes: [`Intervals of 95 %. n counts values for α, units for the others. ${ofLargeSamples}`],
})

const kappaTable = ({ criterion, kappas, weighting }: CriterionAgreement): ResultTable => ({
  caption: `Cohen’s κ of each two annotators: ${criterion.label} (${words.weighting[weighting]})`,
  columns: [{ label: 'Annotator', kind: 'text' }, { label: 'With', kind: 'text' }, ...figureColumns],
  rows: kappas.flatMap(({ first, second, kappa }) => (kappa.n === 0 ? [] : [[first, second, ...cells(kappa)]])),
  footer: [],
  notes: [`n counts units that both judged. ${ofLargeSamples}`],
})
