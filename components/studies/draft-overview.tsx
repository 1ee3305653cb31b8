import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/page-header'
import type { StudyHead } from '@/server/studies/queries/get-study'
import type { DraftOverview as Overview } from '@/server/studies/queries/study-overview'
import { EffortTable } from './effort-table'
import { OpeningChecklist } from './opening-checklist'

/** What is missing before a study can open, and what it will cost. */
export function DraftOverview({ study, overview }: { study: StudyHead; overview: Overview }) {
  const t = useTranslations('studyOverview')
  const recordedOnly = study.acts.includes('close')
  return (
    <>
      {recordedOnly ? (
        <Alert className="mb-6" title={t('recorded.title', { count: study.counts.recorded })}>
          {t('recorded.description')}
        </Alert>
      ) : null}
      <Section
        title={t('checklist.title')}
        description={t(overview.canOpen ? 'checklist.ready' : 'checklist.notReady')}
        actions={
          <Button asChild variant="outline">
            <Link href={`/studies/${study.slug}/planning`}>{t('pages.planning')}</Link>
          </Button>
        }
      >
        <OpeningChecklist slug={study.slug} checks={overview.checks} />
      </Section>
      {overview.effort.judgments > 0 ? (
        <Section title={t('effort.title')} description={t('effort.description', overview.effort.assumptions)}>
          <EffortTable effort={overview.effort} />
        </Section>
      ) : null}
    </>
  )
}
