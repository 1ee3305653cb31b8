import type { RubricScores } from '../../results/queries/get-rubric-scores'
import type { RubricRates, RubricTable } from '../../results/rubric-table'
import { intervalOf, type NumberCell, numberCell, type ResultTable, type ResultTables } from './result-table'
import { rubricRateRows, rubricRatesHeader } from './rubric-rate-records'
import { printedScores, scoreRecords } from './scores-tables'
import { tableFacts } from './table-facts'

/** Scores by rubric, in points of 100. */
export const tablesOfRubricScores = (scores: RubricScores): ResultTables => ({
  ...tableFacts(scores),
  result: 'rubric-scores',
  criterion: scores.criterion,
  tables: printedScores(scores.tables, `${scores.criterion.label}: points of 100`, 1, [
    'Points earned of points possible, times 100, by the rubric of each item.',
  ]),
  records: scoreRecords(scores.tables),
})

/** How often rubrics and points were met. */
export const tablesOfRubricRates = (scores: RubricScores): ResultTables => ({
  ...tableFacts(scores),
  result: 'rubric-rates',
  criterion: scores.criterion,
  tables: [...scores.tables].sort((a, b) => Number(a.language === null) - Number(b.language === null)).map(ratesTable),
  records: {
    header: rubricRatesHeader,
    numbers: rubricRatesHeader.slice(2),
    rows: rubricRateRows(scores.tables),
  },
})

// The page's own formats, so that both round alike.
const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
const points = new Intl.NumberFormat('en', digits)
const shares = new Intl.NumberFormat('en', { ...digits, style: 'percent' })

function cell(rate: Rate, format: Intl.NumberFormat): NumberCell {
  const { n, value } = rate
  const write = (figure: number) => format.format(figure).replace('-', '−')
  return numberCell(value, value === null ? '–' : write(value), { interval: intervalOf(rate, write), n })
}

type Rate = Pick<RubricRates['strict'], 'n' | 'value' | 'lower' | 'upper'>

const count = (value: number) => numberCell(value, String(value))

function ratesTable({ language, rates }: RubricTable): ResultTable {
  const whole = (label: string) => ({ label, kind: 'number' as const, decimals: 0 })
  return {
    caption: `How often points were met, ${language ?? 'all languages'}`,
    columns: [
      { label: 'Model', kind: 'text' },
      { label: 'Score', kind: 'number', decimals: 1 },
      { label: 'All points', kind: 'number', decimals: 1, isPercent: true },
      { label: 'Per point', kind: 'number', decimals: 1, isPercent: true },
      whole('Items'),
      whole('Responses'),
      whole('Points'),
    ],
    rows: rates.map(({ model, score, strict, points: each }) => [
      model.name,
      cell(score, points),
      cell(strict, shares),
      cell(each, shares),
      count(score.n),
      count(strict.n),
      count(each.n),
    ]),
    footer: [],
    notes: [
      'Intervals of 95 %. Score: t interval over items. All points: responses whose every point was given in full (Wilson). Per point: the share earned of a point, clustered by item (CR1).',
    ],
  }
}
