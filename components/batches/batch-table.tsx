import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { BatchSummary } from '@/server/batches/queries/list-batches'

const looks = { OPEN: 'warning', ACCEPTED: 'success', REJECTED: 'destructive', running: 'muted' } as const

export function BatchState({ batch }: { batch: Pick<BatchSummary, 'state' | 'isComplete'> }) {
  const t = useTranslations('batches')
  const state = batch.state === 'OPEN' && !batch.isComplete ? 'running' : batch.state
  return <Badge variant={looks[state]}>{t(`states.${state}`)}</Badge>
}

/** All batches, those that wait first. Null: the study has none. */
export function BatchTable({ study, batches }: { study: string; batches: BatchSummary[] | null }) {
  const t = useTranslations('batches')
  if (batches === null)
    return (
      <Section title={t('batches')}>
        <p className="text-muted-foreground">{t('off')}</p>
      </Section>
    )
  return (
    <Section title={t('batches')} description={t('batchesDescription')}>
      {batches.length === 0 ? (
        <p className="text-muted-foreground">{t('none')}</p>
      ) : (
        <Table caption={t('batches')}>
          <TableHeader>
            <TableRow>
              <TableHead>{t('annotator')}</TableHead>
              <TableHead>{t('day')}</TableHead>
              <TableHead numeric>{t('judgments')}</TableHead>
              <TableHead>{t('state')}</TableHead>
              <TableHead>
                <span className="sr-only">{t('open')}</span>
              </TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {batches.map(batch => (
              <TableRow key={`${batch.userId} ${batch.day}`}>
                <TableHead scope="row" className="text-foreground">
                  <bdi>{batch.annotator}</bdi>
                </TableHead>
                <TableCell className="tabular">{batch.day}</TableCell>
                <TableCell numeric>{batch.judgments}</TableCell>
                <TableCell wrap className="min-w-48">
                  <BatchState batch={batch} />{' '}
                  {batch.reason ? (
                    <bdi className="ms-2 text-muted-foreground text-xs">
                      {t('decided', { name: batch.decidedBy ?? t('operator'), reason: batch.reason })}
                    </bdi>
                  ) : null}
                </TableCell>
                <TableCell>
                  <Link
                    href={`/studies/${study}/review/preferences/${batch.userId}/${batch.day}`}
                    aria-label={t('openOf', { annotator: batch.annotator, day: batch.day })}
                    className="underline underline-offset-4"
                  >
                    {t('open')}
                  </Link>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  )
}
