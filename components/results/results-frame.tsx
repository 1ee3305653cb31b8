import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { ResultFilter } from '@/server/results/filter'
import type { StudyFacts } from '@/server/results/queries/score-rows'
import type { Protocol, StudyState } from '@/server/studies/schema'
import { isFiltered, withFilter } from './filter/filter-address'
import { FilterProblem } from './filter/filter-problem'
import { JudgmentsSwitch } from './judgments-switch'
import { LanguageSwitch } from './language-switch'

interface ResultsFrameProps {
  study: { slug: string; state: StudyState }
  /** Of the page, below /results. */
  page: string
  filter: ResultFilter
  facts: StudyFacts
  languages: readonly string[]
  /** Of the protocol; null: off. */
  adaptive: Protocol['adaptive']
  downloads: ReactNode
  children: ReactNode
}

/** What stands around results: whether they are final, which judgments and language they are of, or that there are none. */
export function ResultsFrame(props: ResultsFrameProps) {
  const { study, page, filter, facts, languages, adaptive, downloads, children } = props
  const t = useTranslations('results')
  const address = `/studies/${study.slug}/results${page}`
  if (facts.live + facts.recorded === 0)
    return isFiltered(filter) ? (
      <FilterProblem />
    ) : (
      <EmptyState title={t('noneTitle')} description={t('noneDescription')} action={<ImportLink study={study} />} />
    )
  return (
    <>
      {study.state === 'OPEN' || study.state === 'PAUSED' ? (
        <Alert variant="warning" className="mb-6">
          {t('interim')}
        </Alert>
      ) : null}
      {adaptive ? (
        <Alert variant="info" className="mb-6">
          {t('adaptive', { floor: adaptive.floorPerPair, budget: adaptive.budget })}
        </Alert>
      ) : null}
      <div className="mb-6 flex flex-wrap items-end justify-between gap-3">
        <LanguageSwitch address={address} filter={filter} languages={languages} />
        <div className="ms-auto flex flex-wrap gap-2">{downloads}</div>
      </div>
      <JudgmentsSwitch
        address={withFilter(address, { ...filter, judgments: 'original' })}
        judgments={filter.judgments}
        adjudicated={facts.adjudicated}
      />
      {children}
    </>
  )
}

/** Judgments from elsewhere go into a draft or a closed study. */
export function ImportLink({ study: { slug, state } }: { study: { slug: string; state: StudyState } }) {
  const t = useTranslations('results')
  if (state !== 'DRAFT' && state !== 'CLOSED') return null
  return (
    <Button asChild variant="outline">
      <Link href={`/studies/${slug}/results/import`}>{t('importRecorded')}</Link>
    </Button>
  )
}
