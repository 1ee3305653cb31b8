import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AnnotatorView } from '@/components/results/annotator-view'
import { filteredPage } from '@/components/results/filter/filtered-page'
import { ResultsFrame } from '@/components/results/results-frame'
import { ResultsSealed } from '@/components/results/results-sealed'
import { Messages } from '@/components/shell/messages'
import { applyFilter } from '@/server/results/queries/apply-filter'
import { getAnnotatorView } from '@/server/results/queries/get-annotator-view'
import { getStudyFacts, listLanguages } from '@/server/results/queries/score-rows'
import { responseScales } from '@/server/results/response-scales'
import { getProtocol } from '@/server/studies/queries'
import { requirePageStudy } from '@/server/trpc/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('resultTabs'))('annotators') }
}

interface AnnotatorsPageProps {
  params: Promise<{ study: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Scores by whom they were given. */
export default async function AnnotatorsPage({ params, searchParams }: AnnotatorsPageProps) {
  const access = await requirePageStudy((await params).study)
  if (access.sealed) return <ResultsSealed study={access.slug} state={access.state} />
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  if (responseScales(protocol).length === 0) redirect(`/studies/${access.slug}/results`)
  return filteredPage(searchParams, async filter => {
    const [facts, languages, view] = await Promise.all([
      applyFilter(access.studyId, filter).then(getStudyFacts),
      listLanguages(access.studyId),
      getAnnotatorView(access, { filter }),
    ])
    return (
      <Messages namespaces={['results', 'charts', 'tableDownload']}>
        <ResultsFrame
          study={access}
          page="/annotators"
          filter={filter}
          facts={facts}
          languages={languages}
          adaptive={null}
          downloads={null}
        >
          <AnnotatorView study={access.slug} view={view} facts={{ ...facts, filter }} />
        </ResultsFrame>
      </Messages>
    )
  })
}
