import { useFormatter, useTranslations } from 'next-intl'
import { ChartFigure } from '@/components/charts/chart-figure'
import { IntervalChart } from '@/components/charts/interval-chart'
import type { PairedDifferences } from '@/server/results/computed/paired-differences'
import { decimals } from '@/server/results/decimals'
import { betterFirst } from './better-first'
import { usePValue } from './use-p-value'

interface DifferenceChartProps {
  differences: PairedDifferences
  title: string
  isTitled?: boolean
  disclosure: string
  fileName: string
}

/** Above this many models, only the best one is drawn against each other one. */
const mostModels = 5

/** The mean paired difference of every two models with its interval. */
export function DifferenceChart({ differences, title, isTitled, disclosure, fileName }: DifferenceChartProps) {
  const t = useTranslations('differences')
  const format = useFormatter()
  const pValue = usePValue()
  const { ranks } = differences
  const isPart = ranks.length > mostModels
  const best = ranks[0]?.model
  const nameOf = (id: string) => ranks.find(({ model }) => model.id === id)?.model.name ?? ''
  const drawn = betterFirst(differences).filter(
    ({ first, second }) => !isPart || first === best?.id || second === best?.id,
  )
  const known = drawn.filter(({ mean }) => mean !== null)
  if (known.length === 0) return <p className="text-muted-foreground">{t('none')}</p>
  const rows = known.map(pair => ({
    id: `${pair.first} ${pair.second}`,
    label: t('minus', { first: nameOf(pair.first), second: nameOf(pair.second) }),
    estimate: `${decimals(pair.mean, 2)} ${pair.lower === null ? '' : `[${decimals(pair.lower, 2)}, ${decimals(pair.upper, 2)}]`}`,
    pair,
  }))
  return (
    <ChartFigure
      title={title}
      isTitled={isTitled}
      description={isPart && best ? `${t('how')} ${t('part', { model: best.name })}` : t('how')}
      data={{
        columns: [t('pair'), t('difference'), t('lower'), t('upper'), t('pAdjusted'), t('effectSize'), t('items')],
        rows: rows.map(({ id, label, pair }) => ({
          id,
          cells: [
            label,
            decimals(pair.mean, 3),
            decimals(pair.lower, 3),
            decimals(pair.upper, 3),
            pValue(pair.pAdjusted),
            decimals(pair.effectSize, 2),
            format.number(pair.n),
          ],
        })),
      }}
      fileName={fileName}
      note={disclosure}
    >
      <IntervalChart
        reference={0}
        rows={rows.map(({ id, label, estimate, pair }) => ({
          id,
          label,
          value: estimate,
          interval: { value: pair.mean, lower: pair.lower, upper: pair.upper },
          readings: [
            { label: t('difference'), value: estimate },
            { label: t('pAdjusted'), value: pValue(pair.pAdjusted) },
            { label: t('items'), value: format.number(pair.n) },
          ],
        }))}
      />
    </ChartFigure>
  )
}
