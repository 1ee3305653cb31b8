import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { filteredPage } from '@/components/results/filter/filtered-page'
import { ResultsSealed } from '@/components/results/results-sealed'
import { RubricResults } from '@/components/rubrics/rubric-results'
import { Messages } from '@/components/shell/messages'
import { getRubricBridge } from '@/server/results/queries/get-rubric-bridge'
import { checklistsOf, getRubricScores } from '@/server/results/queries/get-rubric-scores'
import { getProtocol } from '@/server/studies/queries'
import { requirePageStudy } from '@/server/trpc/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rubricResults'))('title') }
}

interface RubricResultsPageProps {
  params: Promise<{ study: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What the rubric's points say. `?criterion=` chooses where a protocol has several checklists. */
export default async function RubricResultsPage({ params, searchParams }: RubricResultsPageProps) {
  const access = await requirePageStudy((await params).study)
  if (access.sealed) return <ResultsSealed study={access.slug} state={access.state} />
  const checklists = checklistsOf(await getProtocol(access.studyId, access.protocolVersion))
  const { criterion } = await searchParams
  const wanted = criterion === undefined ? checklists[0] : checklists.find(one => one.id === criterion)
  if (!wanted) notFound()
  return filteredPage(searchParams, async filter => {
    const [scores, rows] = await Promise.all([
      getRubricScores(access, { criterion: wanted.id, filter }),
      getRubricBridge(access, wanted, filter),
    ])
    return (
      <Messages namespaces={['results', 'rubricResults', 'tableDownload']}>
        <RubricResults scores={scores} bridge={{ criterion: scores.criterion, rows }} />
      </Messages>
    )
  })
}
