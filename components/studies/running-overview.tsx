import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { QualityNotice } from '@/components/quality/quality-notice'
import { Alert } from '@/components/ui/alert'
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list'
import { Section } from '@/components/ui/page-header'
import { Progress } from '@/components/ui/progress'
import { Stat, StatGroup } from '@/components/ui/stat'
import type { StudyHead } from '@/server/studies/queries/get-study'
import type { RunningOverview as Overview } from '@/server/studies/queries/study-overview'

/** How far a study is, and what waits for an admin. */
export function RunningOverview({ study, overview }: { study: StudyHead; overview: Overview }) {
  const t = useTranslations('studyOverview')
  const format = useFormatter()
  const { places, skipped, unfinished, noticed } = overview
  const date = (value: Date | null) =>
    value ? format.dateTime(value, { dateStyle: 'medium', timeStyle: 'short' }) : '–'
  return (
    <>
      {study.state === 'PAUSED' ? (
        <Alert variant="warning" className="mb-6">
          {t('running.paused')}
        </Alert>
      ) : null}
      {study.sealed ? (
        <Alert className="mb-6" title={t('running.sealedTitle')}>
          {t(study.state === 'CLOSED' ? 'running.sealedClosed' : 'running.sealed')}
        </Alert>
      ) : null}
      {places.total > 0 ? (
        <Section title={t('running.progress')}>
          <Progress
            value={places.judged}
            max={places.total}
            label={t('running.progress')}
            valueText={t('running.judgedOf', { judged: places.judged, total: places.total })}
          />
          <StatGroup>
            <Stat label={t('running.judged')} value={format.number(places.judged)} />
            <Stat label={t('running.held')} value={format.number(places.held)} hint={t('running.heldHint')} />
            <Stat label={t('running.free')} value={format.number(places.free)} />
            <Stat label={t('running.drafts')} value={format.number(unfinished.drafts)} />
            <Stat label={t('running.skipped')} value={format.number(skipped)} />
          </StatGroup>
        </Section>
      ) : null}
      {noticed.length > 0 ? <QualityNotice slug={study.slug} noticed={noticed} /> : null}
      {unfinished.openFlags > 0 ? (
        <Alert
          variant="warning"
          className="mb-6"
          title={t('running.flags', { count: unfinished.openFlags })}
          action={
            <Link href={`/studies/${study.slug}/flags`} className="text-primary underline-offset-4 hover:underline">
              {t('running.toFlags')}
            </Link>
          }
        />
      ) : null}
      <Section title={t('running.facts')}>
        <DescriptionList columns={2}>
          <DescriptionItem label={t('running.items')}>{format.number(study.counts.items)}</DescriptionItem>
          <DescriptionItem label={t('running.models')}>{format.number(study.counts.models)}</DescriptionItem>
          <DescriptionItem label={t('running.annotators')}>{format.number(study.counts.annotators)}</DescriptionItem>
          <DescriptionItem label={t('running.recorded')}>{format.number(study.counts.recorded)}</DescriptionItem>
          <DescriptionItem label={t('running.opened')}>{date(study.openedAt)}</DescriptionItem>
          <DescriptionItem label={t('running.closed')}>{date(study.closedAt)}</DescriptionItem>
        </DescriptionList>
      </Section>
    </>
  )
}
