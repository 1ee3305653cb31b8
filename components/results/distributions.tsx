import { useFormatter, useTranslations } from 'next-intl'
import { ChartFigure } from '@/components/charts/chart-figure'
import { ColumnChart } from '@/components/charts/column-chart'
import { distributionBins } from '@/server/results/distribution-bins'
import type { Scores } from '@/server/results/queries/get-scores'

interface DistributionsProps {
  scores: Scores
  language: string | null
  disclosure: string
}

/** Score distributions of all models in a language: charts side by side that have one scale, exact counts on demand. */
export function Distributions({ scores, language, disclosure }: DistributionsProps) {
  const t = useTranslations('results')
  const format = useFormatter()
  const models = scores.models.map(model => {
    const bins = distributionBins(scores.scoreCounts, model.id, language, scores.scale)
    return { ...model, bins, total: bins.reduce((sum, bin) => sum + bin.count, 0) }
  })
  const shares = models.flatMap(({ bins, total }) => bins.map(bin => (total === 0 ? 0 : bin.count / total)))
  const largestShare = Math.max(0, ...shares)
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 1 })
  const data = {
    columns: [t('score'), ...models.map(({ name }) => name)],
    rows: (models[0]?.bins ?? []).map(({ firstStep, label }, index) => ({
      id: String(firstStep),
      cells: [label, ...models.map(({ bins }) => format.number(bins[index]?.count ?? 0))],
    })),
  }
  return (
    <ChartFigure
      title={t('distribution')}
      isTitled
      description={`${t('distributionDescription')} ${t('distributionScale', { share: largestShare })}`}
      data={data}
      fileName={`${scores.slug}-distributions${language === null ? '' : `-${language}`}`}
      note={disclosure}
    >
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
        {models.map(({ id, name, bins, total }) => (
          <ColumnChart
            key={id}
            heading={{ label: name, value: t('ratings', { count: total }) }}
            height={150}
            most={largestShare}
            format="percent"
            columns={bins.map(({ firstStep, label, count }) => {
              const share = total === 0 ? 0 : count / total
              return {
                id: String(firstStep),
                label,
                value: share,
                readings: [
                  { label: t('countOfRatings'), value: format.number(count) },
                  { label: t('share'), value: percent(share) },
                ],
              }
            })}
          />
        ))}
      </div>
    </ChartFigure>
  )
}
