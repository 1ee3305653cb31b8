import { useFormatter, useTranslations } from 'next-intl'
import { ChartFigure } from '@/components/charts/chart-figure'
import { StackedBarChart } from '@/components/charts/stacked-bar-chart'
import { decimals } from '@/server/results/decimals'
import type { HeadToHead } from '@/server/results/head-to-head'

interface WinTieLossChartProps {
  rows: HeadToHead['rows']
  title: string
  /** A heading above says the title. */
  isTitled?: boolean
  disclosure: string
  fileName: string
}

/** Above this many models, only the one with the most wins is drawn against each other one. */
const mostModels = 5

/** Wins, ties and losses of every two models, with wins plus half the ties and their interval on top. */
export function WinTieLossChart({ rows, title, isTitled, disclosure, fileName }: WinTieLossChartProps) {
  const t = useTranslations('winTieLoss')
  const format = useFormatter()
  const pairs = drawnPairs(rows)
  if (pairs.length === 0) return null
  const isPart = rows.length > mostModels
  const percent = (shares: readonly string[]) =>
    t('percent', { win: shares[0] ?? '', tie: shares[1] ?? '', loss: shares[2] ?? '' })
  return (
    <ChartFigure
      title={title}
      isTitled={isTitled}
      description={isPart ? `${t('how')} ${t('part', { model: pairs[0]?.model ?? '' })}` : t('how')}
      keys={[
        { label: t('won'), series: 1 },
        { label: t('tied'), series: null },
        { label: t('lost'), series: 2 },
      ]}
      data={{
        columns: [t('pair'), t('won'), t('tied'), t('lost'), t('comparisons'), t('netColumn'), t('pColumn')],
        rows: pairs.map(({ id, model, opponent, cell }) => ({
          id,
          cells: [
            t('against', { model, opponent }),
            ...[cell.wins, cell.ties, cell.losses, cell.n].map(count => format.number(count)),
            netText(cell),
            cell.signTest.p.toFixed(3),
          ],
        })),
      }}
      fileName={fileName}
      note={disclosure}
    >
      <StackedBarChart
        reference={0.5}
        parts={[
          { label: t('won'), series: 1 },
          { label: t('tied'), series: null },
          { label: t('lost'), series: 2 },
        ]}
        rows={pairs.map(({ id, model, opponent, cell }) => ({
          id,
          label: t('against', { model, opponent }),
          value: percent(cell.percentages ?? []),
          shares: [cell.wins, cell.ties, cell.losses].map(count => count / cell.n),
          interval: cell.score,
          readings: [
            { label: t('won'), value: format.number(cell.wins) },
            { label: t('tied'), value: format.number(cell.ties) },
            { label: t('lost'), value: format.number(cell.losses) },
            { label: t('netColumn'), value: netText(cell) },
          ],
        }))}
      />
    </ChartFigure>
  )
}

type Cell = NonNullable<HeadToHead['rows'][number]['cells'][number]>

const netText = ({ net: { value, lower, upper } }: Cell) =>
  lower === null || upper === null
    ? decimals(value, 3)
    : `${decimals(value, 3)} [${decimals(lower, 3)}, ${decimals(upper, 3)}]`

/** Every two models once, the one that won more often first. */
function drawnPairs(rows: HeadToHead['rows']) {
  const most = Math.max(...rows.map(({ total }) => total.wins))
  const shown = rows.length > mostModels ? rows.filter(({ total }) => total.wins === most).slice(0, 1) : rows
  return shown.flatMap(({ model, cells }) =>
    cells.flatMap((cell, index) => {
      const other = rows[index]
      if (!cell || cell.n === 0 || !other) return []
      const isFirst =
        cell.wins > cell.losses ||
        (cell.wins === cell.losses && rows.findIndex(row => row.model.id === model.id) < index)
      if (rows.length <= mostModels && !isFirst) return []
      return [{ id: `${model.id} ${other.model.id}`, model: model.name, opponent: other.model.name, cell }]
    }),
  )
}
