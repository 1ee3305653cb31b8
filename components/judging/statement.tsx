'use client'

import { useQuery } from '@tanstack/react-query'
import { CalendarDays, Download } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { parseAsIsoDate, useQueryStates } from 'nuqs'
import { useSyncExternalStore } from 'react'
import { useTRPC } from '@/components/trpc/context'
import { useRefusalText } from '@/components/trpc/use-refusal-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { Skeleton } from '@/components/ui/skeleton'
import { Table, TableBody, TableCell, TableFooter, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { StatementDay } from './answers'
import { formatActiveTime } from './format-active-time'

const dayMs = 24 * 3_600_000
const isoDay = (date: Date) => date.toISOString().slice(0, 10)

/** Today by the browser's clock, as midnight UTC: dates here are days of a calendar. */
function localToday(): Date {
  const now = new Date()
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()))
}

const useIsInBrowser = () =>
  useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )

/** What a person did per day: for themselves, and to be handed in. Days are those of the browser's time zone. */
export function Statement() {
  const inBrowser = useIsInBrowser()
  // The server does not know the reader's days.
  return inBrowser ? <StatementOfRange /> : <Skeleton className="h-64" />
}

function StatementOfRange() {
  const t = useTranslations('work')
  const refusalText = useRefusalText()
  const trpc = useTRPC()
  const [range, setRange] = useQueryStates({ from: parseAsIsoDate, to: parseAsIsoDate })
  const to = range.to ?? localToday()
  const from = range.from ?? new Date(to.getTime() - 29 * dayMs)
  const input = { from: isoDay(from), to: isoDay(to), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }
  const { data, error, isLoading } = useQuery(trpc.judgments.getStatement.queryOptions(input))
  const changed = (value: string) => (value === '' ? null : new Date(`${value}T00:00:00Z`))
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-end gap-3">
        <FormField label={t('from')}>
          <Input
            type="date"
            value={input.from}
            max={input.to}
            onChange={event => setRange({ from: changed(event.target.value) })}
          />
        </FormField>
        <FormField label={t('to')}>
          <Input
            type="date"
            value={input.to}
            min={input.from}
            onChange={event => setRange({ to: changed(event.target.value) })}
          />
        </FormField>
        <Button asChild variant="outline" className="ms-auto">
          <a href={`/api/downloads/statement?${new URLSearchParams(input)}`} download>
            <Download aria-hidden />
            {t('downloadCsv')}
          </a>
        </Button>
      </div>
      <p className="text-[0.8125rem] text-muted-foreground">{t('statementNote', { zone: input.timeZone })}</p>
      {error ? <Alert variant="destructive">{refusalText(error)}</Alert> : null}
      {isLoading ? <Skeleton className="h-40" /> : null}
      {data && data.days.length === 0 ? <EmptyState icon={CalendarDays} title={t('noDays')} /> : null}
      {data && data.days.length > 0 ? <StatementTable days={data.days} /> : null}
    </div>
  )
}

function StatementTable({ days }: { days: StatementDay[] }) {
  const t = useTranslations('work')
  const format = useFormatter()
  const sum = (key: 'judged' | 'skipped' | 'activeMs') => days.reduce((total, day) => total + day[key], 0)
  return (
    <Table caption={t('tabs.statement')}>
      <TableHeader>
        <TableRow>
          <TableHead>{t('day')}</TableHead>
          <TableHead>{t('study')}</TableHead>
          <TableHead numeric>{t('judged')}</TableHead>
          <TableHead numeric>{t('skipped')}</TableHead>
          <TableHead numeric>{t('activeTime')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {days.map(day => (
          <TableRow key={`${day.date} ${day.study}`}>
            <TableCell>
              <time dateTime={day.date}>
                {format.dateTime(new Date(`${day.date}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })}
              </time>
            </TableCell>
            <TableCell>{day.studyName}</TableCell>
            <TableCell numeric>{format.number(day.judged)}</TableCell>
            <TableCell numeric>{format.number(day.skipped)}</TableCell>
            <TableCell numeric>{formatActiveTime(day.activeMs)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
      <TableFooter>
        <TableRow>
          <TableCell>{t('total')}</TableCell>
          <TableCell />
          <TableCell numeric>{format.number(sum('judged'))}</TableCell>
          <TableCell numeric>{format.number(sum('skipped'))}</TableCell>
          <TableCell numeric>{formatActiveTime(sum('activeMs'))}</TableCell>
        </TableRow>
      </TableFooter>
    </Table>
  )
}
