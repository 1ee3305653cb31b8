import { useTranslations } from 'next-intl'
import type { LabelledBin } from '@/server/results/distribution-bins'

interface DistributionChartProps {
  model: string
  bins: LabelledBin[]
  /** The largest share of any bin of any model: all charts have one scale. */
  largestShare: number
}

/** How often each score was given to one model: bars for the eyes, one sentence for screen readers. */
export function DistributionChart({ model, bins, largestShare }: DistributionChartProps) {
  const t = useTranslations('results')
  const total = bins.reduce((sum, bin) => sum + bin.count, 0)
  const share = (bin: LabelledBin) => (total === 0 ? 0 : bin.count / total)
  const most = bins.reduce((best, bin) => (bin.count > best.count ? bin : best), bins[0] ?? { label: '', count: 0 })
  const summary = t('distributionSummary', { model, total, label: most.label, count: most.count })
  // Where bins are many, only those that begin at a whole score are named.
  const isFew = bins.length <= 11
  const axisLabel = ({ label }: LabelledBin) => {
    const from = Number(label.split('–')[0])
    return isFew ? label : Number.isInteger(from) ? String(from) : ''
  }
  return (
    <figure className="grid gap-1.5 rounded-lg border bg-card p-3">
      <figcaption className="flex items-baseline justify-between gap-2 text-sm">
        <bdi className="truncate font-medium">{model}</bdi>
        <span className="tabular shrink-0 text-muted-foreground text-xs">{t('ratings', { count: total })}</span>
      </figcaption>
      <div role="img" aria-label={summary} className="flex h-24 items-end gap-px border-b">
        {bins.map(bin => (
          <div
            key={bin.firstStep}
            title={t('binTitle', { label: bin.label, count: bin.count, share: share(bin) })}
            className="flex h-full min-w-0 flex-1 items-end"
          >
            <div
              className={`w-full rounded-t-[2px] ${bin.count > 0 ? 'min-h-px bg-chart-1' : ''}`}
              style={{ blockSize: `${largestShare === 0 ? 0 : (100 * share(bin)) / largestShare}%` }}
            />
          </div>
        ))}
      </div>
      <div aria-hidden className="tabular flex justify-between gap-px text-[0.6875rem] text-muted-foreground leading-4">
        {bins.map(bin => (
          <span key={bin.firstStep} className="flex min-w-0 flex-1 justify-center">
            {axisLabel(bin)}
          </span>
        ))}
      </div>
    </figure>
  )
}
