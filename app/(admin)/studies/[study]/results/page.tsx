import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DownloadActions } from '@/components/results/download-actions'
import { filteredPage } from '@/components/results/filter/filtered-page'
import { Later } from '@/components/results/later'
import { ResultsFrame } from '@/components/results/results-frame'
import { ResultsSealed } from '@/components/results/results-sealed'
import { SummaryBasis } from '@/components/results/summary-basis'
import { Messages } from '@/components/shell/messages'
import { comparedCriteria } from '@/server/results/compared-criteria'
import { applyFilter } from '@/server/results/queries/apply-filter'
import { checklistsOf } from '@/server/results/queries/get-rubric-scores'
import { getStudyFacts, listLanguages } from '@/server/results/queries/score-rows'
import { responseScales } from '@/server/results/response-scales'
import { getProtocol } from '@/server/studies/queries'
import { requirePageStudy } from '@/server/trpc/admin-page'
import {
  SummaryAgreement,
  SummaryComparisons,
  SummaryDifferences,
  SummaryExclusions,
  SummaryLabels,
  SummaryRubric,
  SummaryScores,
} from './summary-sections'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('results'))('title') }
}

interface SummaryPageProps {
  params: Promise<{ study: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What an author needs first. Each section comes as soon as it is read. */
export default async function SummaryPage({ params, searchParams }: SummaryPageProps) {
  const access = await requirePageStudy((await params).study)
  if (access.sealed) return <ResultsSealed study={access.slug} state={access.state} />
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const hasScores = responseScales(protocol).length > 0
  return filteredPage(searchParams, async filter => {
    const [facts, languages] = await Promise.all([
      applyFilter(access.studyId, filter).then(getStudyFacts),
      listLanguages(access.studyId),
    ])
    const section = { access, filter }
    return (
      <Messages namespaces={['results', 'charts', 'tableDownload']}>
        <ResultsFrame
          study={access}
          page=""
          filter={filter}
          facts={facts}
          languages={languages}
          adaptive={protocol.adaptive}
          downloads={<DownloadActions study={access.slug} hasScores={hasScores} filter={filter} />}
        >
          {hasScores ? (
            <>
              <Later>
                <SummaryScores {...section} />
              </Later>
              <Later>
                <SummaryDifferences {...section} facts={facts} />
              </Later>
            </>
          ) : null}
          {checklistsOf(protocol).length > 0 ? (
            <Later>
              <SummaryRubric {...section} />
            </Later>
          ) : null}
          {comparedCriteria(protocol).length > 0 ? (
            <Later>
              <SummaryComparisons {...section} />
            </Later>
          ) : null}
          <Later>
            <SummaryLabels {...section} facts={facts} />
          </Later>
          <Later>
            <SummaryAgreement {...section} />
          </Later>
          <Later>
            <SummaryExclusions {...section} />
          </Later>
          <SummaryBasis study={access} facts={facts} />
        </ResultsFrame>
      </Messages>
    )
  })
}
