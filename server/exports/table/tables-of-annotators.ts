import { decimals } from '../../results/decimals'
import type { AnnotatorView } from '../../results/queries/compute-annotator-view'
import { intervalOf, numberCell, type ResultTable, type ResultTables, type TableColumn } from './result-table'
import { tableFacts } from './table-facts'

const number = (label: string, places: number): TableColumn => ({ label, kind: 'number', decimals: places })
const written = (value: number | null) => (value === null ? '' : String(value))

/** Severity, spread and time of each annotator, by pseudonym; and the models with those taken out. */
export const tablesOfAnnotators = (facts: Parameters<typeof tableFacts>[0], view: AnnotatorView): ResultTables => ({
  ...tableFacts(facts),
  result: 'annotators',
  criterion: { id: view.scale.id, label: view.scale.label },
  tables: [annotatorTable(view), normalisedTable(view)],
  records: {
    header: ['annotator', 'judgments', 'ratings', 'mean', 'standard_deviation', 'median_active_ms', 'constant'],
    numbers: ['judgments', 'ratings', 'mean', 'standard_deviation', 'median_active_ms'],
    rows: view.annotators.map(one => [
      one.annotator,
      String(one.judgments),
      String(one.ratings),
      String(one.mean),
      written(one.standardDeviation),
      written(one.medianActiveMs),
      String(one.isConstant),
    ]),
  },
})

const annotatorTable = ({ scale, annotators }: AnnotatorView): ResultTable => ({
  caption: `Scores by annotator: ${scale.label}`,
  columns: [
    { label: 'Annotator', kind: 'text' },
    number('Judgments', 0),
    number('Ratings', 0),
    number('Mean', 2),
    number('SD', 2),
    number('Median minutes', 1),
  ],
  rows: annotators.map(({ annotator, judgments, ratings, mean, standardDeviation, medianActiveMs }) => {
    const minutes = medianActiveMs === null ? null : medianActiveMs / 60_000
    return [
      annotator,
      numberCell(judgments, String(judgments)),
      numberCell(ratings, String(ratings)),
      numberCell(mean, decimals(mean, 2)),
      numberCell(standardDeviation, decimals(standardDeviation, 2)),
      numberCell(minutes, decimals(minutes, 1)),
    ]
  }),
  footer: [],
  notes: [
    'Mean and standard deviation (n − 1) over all ratings of an annotator; time is that of a judgment, without idle time.',
  ],
})

function normalisedTable({ scale, annotators, normalised }: AnnotatorView): ResultTable {
  const constant = annotators.filter(one => one.isConstant).map(one => one.annotator)
  return {
    caption: `Normalised means: ${scale.label}`,
    columns: [{ label: 'Model', kind: 'text' }, number('Mean z', 2), number('Items', 0)],
    rows: normalised.map(({ model, n, value, lower, upper }) => [
      model.name,
      numberCell(value, decimals(value, 2), { interval: intervalOf({ lower, upper }, end => decimals(end, 2)) }),
      numberCell(n, String(n)),
    ]),
    footer: [],
    notes: [
      'A second view, never the headline: z-scores per annotator, averaged over items. It reorders models where annotators saw different mixes of them.',
      ...(constant.length > 0 ? [`Left out for always giving the same score: ${constant.join(', ')}.`] : []),
    ],
  }
}
