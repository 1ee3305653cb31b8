import { useFormatter, useTranslations } from 'next-intl'
import { ChartFigure } from '@/components/charts/chart-figure'
import { IntervalChart } from '@/components/charts/interval-chart'
import { decimals } from '@/server/results/decimals'
import type { AnnotatorView } from '@/server/results/queries/compute-annotator-view'

interface SeverityChartProps {
  study: string
  view: AnnotatorView
  disclosure: string
}

/** Above this many, only the most severe and the mildest are drawn; the table has all. */
const mostDrawn = 16

/** The mean score that each annotator gave, with one standard deviation to either side: their spread, no interval of the mean. */
export function SeverityChart({ study, view: { annotators, scale }, disclosure }: SeverityChartProps) {
  const t = useTranslations('annotatorView')
  const format = useFormatter()
  const sorted = annotators.toSorted((a, b) => a.mean - b.mean)
  const drawn =
    sorted.length > mostDrawn ? [...sorted.slice(0, mostDrawn / 2), ...sorted.slice(-mostDrawn / 2)] : sorted
  const ratings = annotators.reduce((sum, one) => sum + one.ratings, 0)
  const mean = annotators.reduce((sum, one) => sum + one.mean * one.ratings, 0) / Math.max(1, ratings)
  return (
    <ChartFigure
      title={t('severity')}
      isTitled
      description={sorted.length > mostDrawn ? `${t('severityHow')} ${t('severityPart')}` : t('severityHow')}
      data={{
        columns: [t('annotator'), t('mean'), t('deviation'), t('ratings')],
        rows: sorted.map(one => ({
          id: one.annotator,
          cells: [one.annotator, decimals(one.mean, 3), decimals(one.standardDeviation, 3), format.number(one.ratings)],
        })),
      }}
      fileName={`${study}-annotators`}
      note={disclosure}
    >
      <IntervalChart
        domain={[scale.min, scale.max]}
        reference={mean}
        rows={drawn.map(one => {
          const spread = one.standardDeviation
          return {
            id: one.annotator,
            label: one.annotator,
            value: spread === null ? decimals(one.mean, 2) : `${decimals(one.mean, 2)} (${decimals(spread, 2)})`,
            interval: {
              value: one.mean,
              lower: spread === null ? null : Math.max(scale.min, one.mean - spread),
              upper: spread === null ? null : Math.min(scale.max, one.mean + spread),
            },
            readings: [
              { label: t('mean'), value: decimals(one.mean, 2) },
              { label: t('deviation'), value: decimals(spread, 2) },
              { label: t('ratings'), value: format.number(one.ratings) },
            ],
          }
        })}
      />
    </ChartFigure>
  )
}
