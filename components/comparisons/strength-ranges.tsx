import { useTranslations } from 'next-intl'
import { ChartFigure } from '@/components/charts/chart-figure'
import { IntervalChart } from '@/components/charts/interval-chart'
import { decimals } from '@/server/results/decimals'
import type { ModelStrengths } from '@/server/results/queries/compute-strengths'

interface StrengthRangesProps {
  found: ModelStrengths
  disclosure: string
  fileName: string
}

/** Strengths with bootstrap intervals and the places that each model may have, or why there are none. */
export function StrengthRanges({ found: { strengths, reason }, disclosure, fileName }: StrengthRangesProps) {
  const t = useTranslations('headToHead')
  if (!strengths || strengths.length === 0)
    return <p className="text-muted-foreground">{t(`bootstrapNone.${reason ?? 'no-data'}`)}</p>
  const rows = strengths.map(({ model, value, lower, upper, standardError, firstRank, lastRank }) => ({
    model,
    value,
    lower,
    upper,
    strength: decimals(value, 3),
    interval: `${decimals(lower, 3)} … ${decimals(upper, 3)}`,
    standardError: decimals(standardError, 3),
    rank: t(firstRank === lastRank ? 'rankOne' : 'rankRange', { first: firstRank, last: lastRank }),
  }))
  return (
    <ChartFigure
      title={t('bootstrapChart')}
      description={t('bootstrapHow')}
      data={{
        columns: [t('model'), t('rank'), t('strength'), t('interval'), t('standardError')],
        rows: rows.map(row => ({
          id: row.model.id,
          cells: [row.model.name, row.rank, row.strength, row.interval, row.standardError],
        })),
      }}
      fileName={fileName}
      note={disclosure}
    >
      <IntervalChart
        reference={0}
        rows={rows.map(row => ({
          id: row.model.id,
          label: row.model.name,
          value: `${t('rank')} ${row.rank} · ${row.strength} [${row.interval}]`,
          interval: { value: row.value, lower: row.lower, upper: row.upper },
          readings: [
            { label: t('rank'), value: row.rank },
            { label: t('strength'), value: row.strength },
            { label: t('interval'), value: row.interval },
          ],
        }))}
      />
    </ChartFigure>
  )
}
