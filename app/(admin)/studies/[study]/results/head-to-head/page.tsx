import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { HeadToHeadView } from '@/components/comparisons/head-to-head-view'
import { filteredPage } from '@/components/results/filter/filtered-page'
import { ResultsSealed } from '@/components/results/results-sealed'
import { Messages } from '@/components/shell/messages'
import { comparedCriteria } from '@/server/results/compared-criteria'
import { countBridgeComparisons } from '@/server/results/queries/count-bridge-comparisons'
import { getComparisons } from '@/server/results/queries/get-comparisons'
import { getComputed } from '@/server/results/queries/get-computed'
import { getRanks } from '@/server/results/queries/get-ranks'
import { listPreferenceGraphs } from '@/server/results/queries/list-preference-graphs'
import { readResultsInput } from '@/server/results/results-input'
import { getProtocol } from '@/server/studies/queries'
import { requirePageStudy } from '@/server/trpc/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('headToHead'))('title') }
}

interface HeadToHeadPageProps {
  params: Promise<{ study: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function HeadToHeadPage({ params, searchParams }: HeadToHeadPageProps) {
  const access = await requirePageStudy((await params).study)
  if (access.sealed) return <ResultsSealed study={access.slug} state={access.state} />
  return filteredPage(searchParams, async () => {
    const wanted = readResultsInput(await searchParams)
    const compared = comparedCriteria(await getProtocol(access.studyId, access.protocolVersion))
    if (!compared.some(({ id }) => id === (wanted.criterion ?? id))) notFound()
    const [comparisons, strengths, graphs, ranks] = await Promise.all([
      getComparisons(access, wanted),
      getComputed(access, 'strengths', wanted),
      listPreferenceGraphs(access, wanted),
      getRanks(access, wanted),
    ])
    const { criterion, filter } = comparisons
    const bridged = criterion.source === 'scores' ? 0 : await countBridgeComparisons(access, criterion.id, filter)
    return (
      <Messages namespaces={['headToHead', 'tableDownload', 'charts', 'results', 'differences']}>
        <HeadToHeadView
          comparisons={comparisons}
          strengths={strengths}
          graphs={graphs}
          ranks={ranks}
          bridged={bridged}
        />
      </Messages>
    )
  })
}
