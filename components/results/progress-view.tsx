'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/trpc/context'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/page-header'
import type { Progress } from '@/server/results/queries/get-progress'
import { AnnotatorTable } from './annotator-table'
import { DailyChart } from './daily-chart'
import { ProgressMatrix } from './progress-matrix'
import { ProgressSummary } from './progress-summary'

const pollMs = 10_000

/** How far a study is, read again every ten seconds while the page is in view. */
export function ProgressView({ study, initial }: { study: string; initial: Progress }) {
  const t = useTranslations('progress')
  const trpc = useTRPC()
  const { data, isError } = useQuery(
    trpc.results.progress.queryOptions({ study }, { initialData: initial, refetchInterval: pollMs }),
  )
  if (data.places === 0 && data.recorded === 0)
    return <EmptyState title={t('noneTitle')} description={t('noneDescription')} />
  return (
    <>
      <ProgressSummary progress={data} isStale={isError} />
      {data.places > 0 ? (
        <>
          <Section title={t('byLanguage')} description={t('byLanguageDescription')}>
            <ProgressMatrix cells={data.cells} />
          </Section>
          <Section title={t('annotators')} description={t('annotatorsDescription')}>
            <AnnotatorTable annotators={data.annotators} at={data.at} />
          </Section>
          <Section title={t('daily')}>
            <DailyChart days={data.days} />
          </Section>
        </>
      ) : null}
    </>
  )
}
