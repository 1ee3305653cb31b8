import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ResultsSealed } from '@/components/results/results-sealed'
import { RubricResults } from '@/components/rubrics/rubric-results'
import { Messages } from '@/components/shell/messages'
import { readResultFilter } from '@/server/results/filter'
import { getRubricBridge } from '@/server/results/queries/get-rubric-bridge'
import { checklistsOf, getRubricScores } from '@/server/results/queries/get-rubric-scores'
import { getProtocol } from '@/server/studies/queries'
import { requirePageStudy } from '@/server/trpc/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rubricResults'))('title') }
}

interface RubricResultsPageProps {
  params: Promise<{ study: string; language?: string[] }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** /results/rubric: all languages; /results/rubric/zh: one. */
export default async function RubricResultsPage({ params, searchParams }: RubricResultsPageProps) {
  const { study, language: path = [] } = await params
  const access = await requirePageStudy(study)
  if (access.sealed) return <ResultsSealed study={access.slug} state={access.state} />
  const checklists = checklistsOf(await getProtocol(access.studyId, access.protocolVersion))
  const { criterion, ...asked } = await searchParams
  const filter = readResultFilter(asked)
  const wanted = criterion === undefined ? checklists[0] : checklists.find(one => one.id === criterion)
  if (!wanted) notFound()
  const [scores, rows] = await Promise.all([
    getRubricScores(access, { criterion: wanted.id, filter }),
    getRubricBridge(access, wanted, filter),
  ])
  const language = path[0] === undefined ? null : decodeURIComponent(path[0])
  if (path.length > 1 || (language !== null && !scores.languages.includes(language))) notFound()
  return (
    <Messages namespaces={['results', 'rubricResults', 'tableDownload']}>
      <RubricResults scores={scores} language={language} bridge={{ criterion: scores.criterion, rows }} />
    </Messages>
  )
}
