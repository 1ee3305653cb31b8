import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ResultsSealed } from '@/components/results/results-sealed'
import { ResultsView } from '@/components/results/results-view'
import { ResultsWithoutScores } from '@/components/results/results-without-scores'
import { Messages } from '@/components/shell/messages'
import { comparedCriteria } from '@/server/results/compared-criteria'
import { getFurtherScores } from '@/server/results/queries/get-further-scores'
import { checklistsOf } from '@/server/results/queries/get-rubric-scores'
import { getScores } from '@/server/results/queries/get-scores'
import { getProtocol } from '@/server/studies/queries'
import { requirePageStudy } from '@/server/trpc/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('results'))('title') }
}

interface ResultsPageProps {
  params: Promise<{ study: string; language?: string[] }>
}

/** /results: all languages; /results/zh: one. */
export default async function ResultsPage({ params }: ResultsPageProps) {
  const { study, language: path = [] } = await params
  const access = await requirePageStudy(study)
  if (access.sealed) return <ResultsSealed study={access.slug} state={access.state} />
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const compared = comparedCriteria(protocol)
  if (compared.length > 0 && compared.every(one => one.source !== 'scores'))
    redirect(`/studies/${access.slug}/results/head-to-head`)
  const hasRubric = checklistsOf(protocol).length > 0
  if (hasRubric && compared.length === 0) redirect(`/studies/${access.slug}/results/rubric`)
  if (!protocol.criteria.some(criterion => criterion.kind === 'scale'))
    return (
      <Messages namespaces={['results']}>
        <ResultsWithoutScores study={access.slug} />
      </Messages>
    )
  const scores = await getScores(access)
  const language = path[0] === undefined ? null : decodeURIComponent(path[0])
  if (path.length > 1 || (language !== null && !scores.languages.includes(language))) notFound()
  const further = await getFurtherScores(access, scores, language)
  return (
    <Messages namespaces={['results']}>
      <ResultsView scores={scores} further={further} language={language} hasRubric={hasRubric} />
    </Messages>
  )
}
