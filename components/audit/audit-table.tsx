import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { AuditLine } from '@/server/audit/queries'
import { AuditDetail } from './audit-detail'

/** Who did what, when, to what. */
export function AuditTable({ lines, hasStudies }: { lines: AuditLine[]; hasStudies: boolean }) {
  const t = useTranslations('audit')
  const format = useFormatter()
  return (
    <Table caption={t('title')} dense>
      <TableHeader>
        <TableRow>
          <TableHead numeric>{t('columns.entry')}</TableHead>
          <TableHead>{t('columns.time')}</TableHead>
          <TableHead>{t('columns.actor')}</TableHead>
          <TableHead>{t('columns.action')}</TableHead>
          {hasStudies ? <TableHead>{t('columns.study')}</TableHead> : null}
          <TableHead>{t('columns.detail')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {lines.map(line => (
          <TableRow key={line.seq} className="[&>td]:align-top">
            <TableCell numeric>{line.seq}</TableCell>
            <TableCell>
              <time dateTime={line.at.toISOString()}>
                {format.dateTime(line.at, { dateStyle: 'medium', timeStyle: 'medium' })}
              </time>
            </TableCell>
            <TableCell>
              <bdi>{line.actorName ?? line.actorId ?? t('operator')}</bdi>
            </TableCell>
            <TableCell>
              <code className="text-xs">{line.action}</code>
            </TableCell>
            {hasStudies ? (
              <TableCell wrap className="min-w-40">
                {line.studySlug ? (
                  <Link href={`/studies/${line.studySlug}`} className="hover:underline">
                    <bdi>{line.studyName}</bdi>
                  </Link>
                ) : (
                  '–'
                )}
              </TableCell>
            ) : null}
            <TableCell wrap className="min-w-64">
              <AuditDetail detail={line.detail} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
