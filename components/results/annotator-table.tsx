import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { AnnotatorProgress } from '@/server/results/queries/get-progress'
import { StatementDownload } from './statement-download'

const minuteMs = 60_000

/** What each annotator has done. Ordered by amount, never by speed: this is no race. */
export function AnnotatorTable({ annotators, at }: { annotators: AnnotatorProgress[]; at: Date }) {
  const t = useTranslations('progress')
  const format = useFormatter()
  if (annotators.length === 0) return <p className="text-muted-foreground">{t('noAnnotators')}</p>
  const minutes = (ms: number) => Math.round(ms / minuteMs)
  return (
    <Table caption={t('annotators')}>
      <TableHeader>
        <TableRow>
          <TableHead>{t('name')}</TableHead>
          <TableHead numeric>{t('judged')}</TableHead>
          <TableHead numeric>{t('skipped')}</TableHead>
          <TableHead numeric>{t('activeTime')}</TableHead>
          <TableHead numeric>{t('perJudgment')}</TableHead>
          <TableHead>{t('lastActive')}</TableHead>
          <TableHead>{t('statement.title')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {annotators.map(person => (
          <TableRow key={person.userId}>
            <TableHead scope="row" className="text-foreground">
              <bdi>{person.name}</bdi>
              {person.isMember ? null : (
                <Badge variant="muted" className="ms-2">
                  {t('removed')}
                </Badge>
              )}
            </TableHead>
            <TableCell numeric>{format.number(person.judged)}</TableCell>
            <TableCell numeric>{format.number(person.skipped)}</TableCell>
            <TableCell numeric>
              {t('duration', {
                hours: Math.floor(minutes(person.activeMs) / 60),
                minutes: minutes(person.activeMs) % 60,
              })}
            </TableCell>
            <TableCell numeric>
              {person.judged === 0 ? '–' : t('minutes', { minutes: person.activeMs / person.judged / minuteMs })}
            </TableCell>
            <TableCell>
              {person.lastActiveAt ? (
                <time
                  dateTime={person.lastActiveAt.toISOString()}
                  title={format.dateTime(person.lastActiveAt, { dateStyle: 'medium', timeStyle: 'short' })}
                >
                  {format.relativeTime(person.lastActiveAt < at ? person.lastActiveAt : at, at)}
                </time>
              ) : (
                '–'
              )}
            </TableCell>
            <TableCell>
              <StatementDownload userId={person.userId} name={person.name} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
