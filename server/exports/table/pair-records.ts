// Comparisons of models as rows of a CSV file, in long form.
import type { HeadToHead } from '../../results/head-to-head'

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
              model.name,
              names[index] ?? '',
              ...[cell.n, cell.wins, cell.ties, cell.losses].map(String),
              ...(cell.percentages ?? ['', '', '']),
              ...[cell.net.value, cell.net.lower, cell.net.upper, cell.signTest.p].map(value => String(value ?? '')),
            ],
          ],
    ),
  )
}
