import type { ReactNode } from 'react'
import { FilterBar } from '@/components/results/filter/filter-bar'
import { FilterFrame } from '@/components/results/filter/filter-frame'
import { ResultsTabs } from '@/components/results/results-tabs'
import { Messages } from '@/components/shell/messages'
import { comparedCriteria } from '@/server/results/compared-criteria'
import { checklistsOf } from '@/server/results/queries/get-rubric-scores'
import { responseScales } from '@/server/results/response-scales'
import { getProtocol } from '@/server/studies/queries'
import { requirePageStudy } from '@/server/trpc/admin-page'

interface ResultsLayoutProps {
  params: Promise<{ study: string }>
  children: ReactNode
}

/** Sections of the results of a study, and the filter that all of them share. */
export default async function ResultsLayout({ params, children }: ResultsLayoutProps) {
  const access = await requirePageStudy((await params).study)
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  return (
    <Messages namespaces={['resultTabs', 'resultFilter']}>
      <ResultsTabs
        study={access.slug}
        isSealed={access.sealed}
        hasScores={responseScales(protocol).length > 0}
        hasComparisons={comparedCriteria(protocol).length > 0}
        hasRubric={checklistsOf(protocol).length > 0}
      />
      <FilterFrame isSealed={access.sealed}>
        <FilterBar study={access.slug} />
      </FilterFrame>
      {children}
    </Messages>
  )
}
