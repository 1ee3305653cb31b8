import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { filteredPage } from '@/components/results/filter/filtered-page'
import { ResultItemList } from '@/components/results/items/result-item-list'
import { ResultsSealed } from '@/components/results/results-sealed'
import { Messages } from '@/components/shell/messages'
import { readItemSelection } from '@/server/results/items/item-selection'
import { listResultItems } from '@/server/results/queries/list-result-items'
import { requirePageStudy } from '@/server/trpc/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('resultItems'))('title') }
}

interface ResultItemsPageProps {
  params: Promise<{ study: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const cursorSchema = z.object({
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
})

/** The items behind a number of the results; which number, the address says. */
export default async function ResultItemsPage({ params, searchParams }: ResultItemsPageProps) {
  const access = await requirePageStudy((await params).study)
  if (access.sealed) return <ResultsSealed study={access.slug} state={access.state} />
  return filteredPage(searchParams, async () => {
    const asked = await searchParams
    const selection = readItemSelection(asked)
    const found = await listResultItems(access, selection, cursorSchema.parse(asked))
    return (
      <Messages namespaces={['resultItems']}>
        <ResultItemList study={access.slug} selection={selection} found={found} />
      </Messages>
    )
  })
}
