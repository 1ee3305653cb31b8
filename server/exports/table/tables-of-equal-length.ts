import { decimals } from '../../results/decimals'
import type { LengthAdjusted } from '../../results/queries/compute-length-adjusted'
import { intervalOf, numberCell, type ResultTables, type TableColumn } from './result-table'
import { tableFacts } from './table-facts'

const number = (label: string, places: number): TableColumn => ({ label, kind: 'number', decimals: places })
const written = (value: number | null) => (value === null ? '' : String(value))

/** Exploratory: differences as they would be if both responses were equally long. */
export function tablesOfEqualLength(facts: Parameters<typeof tableFacts>[0], found: LengthAdjusted): ResultTables {
  const { scale, models, lengths, pairs } = found
  const nameOf = (id: string) => models.find(model => model.id === id)?.name ?? ''
  const lengthOf = (id: string) => lengths.find(one => one.modelId === id)?.mean ?? null
  return {
    ...tableFacts(facts),
    result: 'length-adjusted',
    criterion: { id: scale.id, label: scale.label },
    tables: [
      {
        caption: `Differences at equal length (exploratory): ${scale.label}`,
        columns: [
          { label: 'Model', kind: 'text' },
          { label: 'Opponent', kind: 'text' },
          number('n', 0),
          number('As judged', 2),
          number('At equal length', 2),
          number('p', 3),
        ],
        rows: pairs.map(pair => [
          nameOf(pair.first),
          nameOf(pair.second),
          numberCell(pair.n, String(pair.n)),
          numberCell(pair.unadjusted, decimals(pair.unadjusted, 2)),
          numberCell(pair.adjusted, decimals(pair.adjusted, 2), {
            interval: intervalOf(pair, end => decimals(end, 2)),
          }),
          numberCell(pair.p, pair.p !== null && pair.p < 0.001 ? '< 0.001' : decimals(pair.p, 3)),
        ]),
        footer: [],
        notes: ['Exploratory: length can be part of quality, and taking it out then takes quality out.'],
      },
    ],
    records: {
      header: [
        'model',
        'opponent',
        'n',
        'model_characters',
        'opponent_characters',
        'difference',
        'difference_at_equal_length',
        'lower',
        'upper',
        'p',
        'reason',
      ],
      numbers: [
        'n',
        'model_characters',
        'opponent_characters',
        'difference',
        'difference_at_equal_length',
        'lower',
        'upper',
        'p',
      ],
      rows: pairs.map(pair => [
        nameOf(pair.first),
        nameOf(pair.second),
        String(pair.n),
        ...[
          lengthOf(pair.first),
          lengthOf(pair.second),
          pair.unadjusted,
          pair.adjusted,
          pair.lower,
          pair.upper,
          pair.p,
        ].map(written),
        pair.reason ?? '',
      ]),
    },
  }
}
