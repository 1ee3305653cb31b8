import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { filteredPage } from '@/components/results/filter/filtered-page'
import { ResultItem } from '@/components/results/items/result-item'
import { ResultsSealed } from '@/components/results/results-sealed'
import { Messages } from '@/components/shell/messages'
import { findItem } from '@/server/items/queries/items'
import { readItemSelection } from '@/server/results/items/item-selection'
import { findResultNeighbours } from '@/server/results/queries/find-result-neighbours'
import { getItemJudgments } from '@/server/results/queries/get-item-judgments'
import { getItemOutcomes } from '@/server/results/queries/get-item-outcomes'
import { requirePageStudy } from '@/server/trpc/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('itemJudgments'))('title') }
}

interface ResultItemPageProps {
  params: Promise<{ study: string; item: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** One item with all that was judged of it; the address keeps the list that it was reached from. */
export default async function ResultItemPage({ params, searchParams }: ResultItemPageProps) {
  const { study, item: id } = await params
  const access = await requirePageStudy(study)
  if (access.sealed) return <ResultsSealed study={access.slug} state={access.state} />
  const itemId = z.uuid().safeParse(id)
  const item = itemId.success ? await findItem(access, itemId.data) : null
  if (!item) notFound()
  return filteredPage(searchParams, async () => {
    const selection = readItemSelection(await searchParams)
    const [judgments, outcomes, neighbours] = await Promise.all([
      getItemJudgments(access, item.id, selection.filter),
      getItemOutcomes(access, item.id, selection),
      findResultNeighbours(access, selection, item.id),
    ])
    return (
      <Messages namespaces={['items', 'itemJudgments', 'rendering']}>
        <ResultItem
          study={access.slug}
          item={item}
          judgments={judgments}
          outcomes={outcomes}
          neighbours={neighbours}
          selection={selection}
        />
      </Messages>
    )
  })
}
