'use client'

import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/page-header'
import type { Progress } from '@/server/results/queries/get-progress'
import { AnnotatorTable } from './annotator-table'
import { DailyChart } from './daily-chart'
import { ProgressByLanguage } from './progress-by-language'
import { ProgressSummary } from './progress-summary'
import { useLiveProgress } from './use-live-progress'

/** How far a study is, told by the server whenever it changes. */
export function ProgressView({ study, initial }: { study: string; initial: Progress }) {
  const t = useTranslations('progress')
  const { progress, isStale } = useLiveProgress(study, initial)
  if (progress.places === 0 && progress.recorded === 0)
    return <EmptyState title={t('noneTitle')} description={t('noneDescription')} />
  return (
    <>
      <ProgressSummary progress={progress} isStale={isStale} />
      {progress.places > 0 ? (
        <>
          <Section title={t('byLanguage')} description={t('byLanguageDescription')}>
            <ProgressByLanguage progress={progress} />
          </Section>
          <Section title={t('annotators')} description={t('annotatorsDescription')}>
            <AnnotatorTable annotators={progress.annotators} at={progress.at} />
          </Section>
          <Section title={t('daily')}>
            <DailyChart study={study} days={progress.days} />
          </Section>
        </>
      ) : null}
    </>
  )
}
