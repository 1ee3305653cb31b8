import { Eye } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { buttonClasses } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { NoticedJudgment } from '@/server/quality/queries/list-noticed'

interface NoticedJudgmentsProps {
  slug: string
  name: string
  judgments: NoticedJudgment[]
}

/** What stands out in one person's work, the newest first. */
export function NoticedJudgments({ slug, name, judgments }: NoticedJudgmentsProps) {
  const t = useTranslations('quality.noticed')
  const format = useFormatter()
  const seconds = (ms: number) => t('seconds', { seconds: Math.round(ms / 1000) })
  return (
    <Section
      title={t('title', { name })}
      description={t('description')}
      actions={
        <Link href={`/studies/${slug}/quality`} className={buttonClasses({ variant: 'outline', size: 'sm' })}>
          {t('back')}
        </Link>
      }
    >
      {judgments.length === 0 ? (
        <EmptyState icon={Eye} title={t('none')} description={t('noneHint')} />
      ) : (
        <Table caption={t('title', { name })}>
          <TableHeader>
            <TableRow>
              <TableHead>{t('item')}</TableHead>
              <TableHead>{t('why')}</TableHead>
              <TableHead>{t('time')}</TableHead>
              <TableHead>{t('submitted')}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {judgments.map(judgment => (
              <TableRow key={judgment.id}>
                <TableHead scope="row">
                  <Link
                    href={`/studies/${slug}/preview?item=${judgment.itemId}`}
                    className="text-primary underline-offset-4 hover:underline"
                  >
                    <bdi>{judgment.item}</bdi>
                  </Link>
                  <span className="ms-2 font-normal text-muted-foreground">
                    {judgment.language} · {t(`purposes.${judgment.purpose}`)}
                  </span>
                </TableHead>
                <TableCell>
                  <span className="flex flex-wrap gap-1">
                    {judgment.passed === false ? (
                      <Badge variant="destructive">{t('missed', { count: judgment.missed })}</Badge>
                    ) : null}
                    {judgment.tooFast ? <Badge variant="warning">{t('tooFast')}</Badge> : null}
                    {judgment.straightLined ? <Badge variant="warning">{t('straight')}</Badge> : null}
                  </span>
                </TableCell>
                <TableCell>
                  {t('timeOf', { given: seconds(judgment.activeMs), least: seconds(judgment.expectedMs) })}
                </TableCell>
                <TableCell>
                  {format.dateTime(judgment.submittedAt, { dateStyle: 'medium', timeStyle: 'short' })}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  )
}
