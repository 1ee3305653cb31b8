import { useFormatter, useTranslations } from 'next-intl'
import { Collapsible, CollapsibleContent, CollapsibleTrigger } from '@/components/ui/collapsible'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { Progress } from '@/server/results/queries/get-progress'

/** Judgments per day: bars for the eyes, a sentence and a table for everybody. */
export function DailyChart({ days }: { days: Progress['days'] }) {
  const t = useTranslations('progress')
  const format = useFormatter()
  const most = Math.max(1, ...days.map(day => day.judged))
  const total = days.reduce((sum, day) => sum + day.judged, 0)
  const dateOf = (date: string) => format.dateTime(new Date(`${date}T00:00:00Z`), { day: 'numeric', month: 'short' })
  const busiest = days.reduce(
    (best, day) => (day.judged > best.judged ? day : best),
    days[0] ?? { date: '', judged: 0 },
  )
  const summary =
    total === 0
      ? t('dailyNone', { days: days.length })
      : t('dailySummary', { days: days.length, total, date: dateOf(busiest.date), count: busiest.judged })
  const worked = days.filter(day => day.judged > 0)
  return (
    <>
      <figure className="grid gap-1.5 rounded-lg border bg-card p-3">
        <figcaption className="text-muted-foreground text-xs">{summary}</figcaption>
        <div role="img" aria-label={summary} className="flex h-28 items-end gap-0.5 border-b">
          {days.map(day => (
            <div
              key={day.date}
              title={t('dayTitle', { date: dateOf(day.date), count: day.judged })}
              className="flex h-full min-w-0 flex-1 items-end"
            >
              <div
                className={`w-full rounded-t-[2px] ${day.judged > 0 ? 'min-h-px bg-chart-1' : ''}`}
                style={{ blockSize: `${(100 * day.judged) / most}%` }}
              />
            </div>
          ))}
        </div>
        <div aria-hidden className="tabular flex justify-between text-[0.6875rem] text-muted-foreground leading-4">
          <span>{dateOf(days[0]?.date ?? '1970-01-01')}</span>
          <span>{dateOf(days.at(-1)?.date ?? '1970-01-01')}</span>
        </div>
      </figure>
      {worked.length > 0 ? (
        <Collapsible>
          <CollapsibleTrigger>{t('dailyTable')}</CollapsibleTrigger>
          <CollapsibleContent className="pt-2">
            <Table caption={t('daily')} dense className="w-auto" frameClassName="w-fit max-w-full">
              <TableHeader>
                <TableRow>
                  <TableHead>{t('day')}</TableHead>
                  <TableHead numeric>{t('judged')}</TableHead>
                </TableRow>
              </TableHeader>
              <TableBody>
                {worked.map(day => (
                  <TableRow key={day.date}>
                    <TableHead scope="row">{dateOf(day.date)}</TableHead>
                    <TableCell numeric>{format.number(day.judged)}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </CollapsibleContent>
        </Collapsible>
      ) : null}
    </>
  )
}
