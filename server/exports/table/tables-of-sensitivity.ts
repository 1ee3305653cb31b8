import { decimals } from '../../results/decimals'
import type { Sensitivity, SensitivityRow } from '../../results/queries/compute-sensitivity'
import { numberCell, type ResultTables } from './result-table'
import { tableFacts } from './table-facts'

const written = (value: number | null) => (value === null ? '' : String(value))

const words = {
  flagged: 'Flagged items',
  'too-fast': 'Too-fast judgments',
  'identity-leak': 'Responses that name their model',
}

const kindOf = ({ without }: SensitivityRow) =>
  without === null ? '' : without.kind === 'what' ? without.what : 'annotator'
const labelOf = ({ without }: SensitivityRow) =>
  without === null ? 'Nothing' : without.kind === 'what' ? words[without.what] : `Annotator ${without.annotator}`

/** The means with and without what can be doubted, and without each annotator. */
export function tablesOfSensitivity(facts: Parameters<typeof tableFacts>[0], found: Sensitivity): ResultTables {
  const { scale, models, rows } = found
  const nameOf = new Map(models.map(model => [model.id, model.name]))
  return {
    ...tableFacts(facts),
    result: 'sensitivity',
    criterion: { id: scale.id, label: scale.label },
    tables: [
      {
        caption: `Sensitivity: ${scale.label}`,
        columns: [
          { label: 'Left out', kind: 'text' },
          ...models.map(({ name }) => ({ label: name, kind: 'number' as const, decimals: 2 })),
        ],
        rows: rows.map(row => [
          labelOf(row),
          ...row.models.map(({ mean, n }) => numberCell(mean, decimals(mean, 2), { n })),
        ]),
        footer: [],
        notes: ['Mean scores, made again without what the first column names.'],
      },
    ],
    records: {
      header: ['without', 'annotator', 'model', 'n', 'mean', 'change', 'place', 'place_change'],
      numbers: ['n', 'mean', 'change', 'place', 'place_change'],
      rows: rows.flatMap(row =>
        row.models.map(({ modelId, n, mean, change, place, placeChange }) => [
          kindOf(row),
          row.without?.kind === 'annotator' ? row.without.annotator : '',
          nameOf.get(modelId) ?? '',
          String(n),
          ...[mean, change, place, placeChange].map(written),
        ]),
      ),
    },
  }
}
