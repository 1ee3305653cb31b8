import { useFormatter, useTranslations } from 'next-intl'
import { ChartFigure } from '@/components/charts/chart-figure'
import { ColumnChart } from '@/components/charts/column-chart'
import type { Progress } from '@/server/results/queries/get-progress'

/** Judgments per day. */
export function DailyChart({ study, days }: { study: string; days: Progress['days'] }) {
  const t = useTranslations('progress')
  const format = useFormatter()
  const total = days.reduce((sum, day) => sum + day.judged, 0)
  const dateOf = (date: string) => format.dateTime(new Date(`${date}T00:00:00Z`), { day: 'numeric', month: 'short' })
  const busiest = days.reduce(
    (best, day) => (day.judged > best.judged ? day : best),
    days[0] ?? { date: '', judged: 0 },
  )
  if (total === 0) return <p className="text-muted-foreground">{t('dailyNone', { days: days.length })}</p>
  return (
    <ChartFigure
      title={t('daily')}
      isTitled
      description={t('dailySummary', { days: days.length, total, date: dateOf(busiest.date), count: busiest.judged })}
      data={{
        columns: [t('day'), t('judged')],
        rows: days.map(({ date, judged }) => ({ id: date, cells: [dateOf(date), format.number(judged)] })),
      }}
      fileName={`${study}-judgments-per-day`}
    >
      <ColumnChart
        height={160}
        columns={days.map(({ date, judged }) => ({
          id: date,
          label: dateOf(date),
          value: judged,
          readings: [{ label: t('judged'), value: format.number(judged) }],
        }))}
      />
    </ChartFigure>
  )
}
