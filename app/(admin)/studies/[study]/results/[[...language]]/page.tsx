import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ResultsSealed } from '@/components/results/results-sealed'
import { ResultsView } from '@/components/results/results-view'
import { ResultsWithoutScores } from '@/components/results/results-without-scores'
import { Messages } from '@/components/shell/messages'
import { comparedCriteria } from '@/server/results/compared-criteria'
import { readResultFilter, wholeStudy } from '@/server/results/filter'
import { applyFilter } from '@/server/results/queries/apply-filter'
import { getBridge } from '@/server/results/queries/get-bridge'
import { getFurtherScores } from '@/server/results/queries/get-further-scores'
import { getLabels } from '@/server/results/queries/get-labels'
import { checklistsOf } from '@/server/results/queries/get-rubric-scores'
import { getScores } from '@/server/results/queries/get-scores'
import { getStudyFacts } from '@/server/results/queries/score-rows'
import { responseScales } from '@/server/results/response-scales'
import { getProtocol } from '@/server/studies/queries'
import { requirePageStudy } from '@/server/trpc/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('results'))('title') }
}

interface ResultsPageProps {
  params: Promise<{ study: string; language?: string[] }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** /results: all languages; /results/zh: one. `?judgments=adjudicated`: decisions of adjudicators in place of the judgments. */
export default async function ResultsPage({ params, searchParams }: ResultsPageProps) {
  const { study, language: path = [] } = await params
  const access = await requirePageStudy(study)
  if (access.sealed) return <ResultsSealed study={access.slug} state={access.state} />
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const compared = comparedCriteria(protocol)
  if (compared.length > 0 && compared.every(one => one.source !== 'scores'))
    redirect(`/studies/${access.slug}/results/head-to-head`)
  const hasRubric = checklistsOf(protocol).length > 0
  if (hasRubric && compared.length === 0) redirect(`/studies/${access.slug}/results/rubric`)
  const scales = responseScales(protocol)
  if (scales.length === 0)
    return (
      <Messages namespaces={['results', 'charts', 'tableDownload']}>
        <ResultsWithoutScores
          study={access.slug}
          labels={await getLabels(access)}
          disclosure={(await getStudyFacts(await applyFilter(access.studyId, wholeStudy))).disclosure}
        />
      </Messages>
    )
  const filter = readResultFilter(await searchParams)
  const scores = await getScores(access, { filter })
  const language = path[0] === undefined ? null : decodeURIComponent(path[0])
  if (path.length > 1 || (language !== null && !scores.languages.includes(language))) notFound()
  const ofLanguage = language === null ? filter : { ...filter, languages: [language] }
  const [further, labels, bridges] = await Promise.all([
    getFurtherScores(access, { ...scores, filter: ofLanguage }),
    getLabels(access, ofLanguage),
    Promise.all(scales.map(async criterion => ({ criterion, rows: await getBridge(access, criterion, filter) }))),
  ])
  return (
    <Messages namespaces={['results', 'charts', 'tableDownload']}>
      <ResultsView
        scores={scores}
        further={further}
        labels={labels}
        language={language}
        hasRubric={hasRubric}
        bridges={bridges}
        adaptive={protocol.adaptive}
      />
    </Messages>
  )
}
