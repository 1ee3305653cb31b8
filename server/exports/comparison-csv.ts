// Comparisons of models as rows of a CSV file.
import type { HeadToHead } from '../results/head-to-head'
import type { ItemComparison } from '../results/queries/list-item-comparisons'
import { neutralCell } from './neutral-cell'

export const pairHeader = [
  'model',
  'opponent',
  'n',
  'wins',
  'ties',
  'losses',
  'win_percent',
  'tie_percent',
  'loss_percent',
  'net',
  'net_lower',
  'net_upper',
  'sign_test_p',
]

/** One row per model and opponent: each pair stands there twice, once from either side. */
export function pairRows({ rows }: Pick<HeadToHead, 'rows'>): string[][] {
  const names = rows.map(row => row.model.name)
  return rows.flatMap(({ model, cells }) =>
    cells.flatMap((cell, index) =>
      cell === null
        ? []
        : [
            [
              neutralCell(model.name),
              neutralCell(names[index] ?? ''),
              ...[cell.n, cell.wins, cell.ties, cell.losses].map(String),
              ...(cell.percentages ?? ['', '', '']),
              ...[cell.net.value, cell.net.lower, cell.net.upper, cell.signTest.p].map(value => String(value ?? '')),
            ],
          ],
    ),
  )
}

export const itemHeader = ['item', 'language', 'category', 'model_a', 'model_b', 'outcome', 'judgments', 'source']

export const itemRows = (comparisons: readonly ItemComparison[]): string[][] =>
  comparisons.map(row => [
    neutralCell(row.item),
    row.language,
    neutralCell(row.category ?? ''),
    neutralCell(row.modelA),
    neutralCell(row.modelB),
    row.sign > 0 ? 'a' : row.sign < 0 ? 'b' : 'tie',
    String(row.judgments),
    row.source,
  ])
