import { z } from 'zod'
import { ItemList } from '@/components/items/item-list'
import { Messages } from '@/components/shell/messages'
import { getItemFacets, listItems } from '@/server/items/queries/items'
import { itemPurposeSchema } from '@/server/items/schema'
import { requirePageStudy } from '@/server/trpc/admin-page'

/** What the address may say; whatever else it says counts as not given. */
const addressSchema = z.object({
  search: z.string().trim().max(200).optional().catch(undefined),
  language: z.string().max(40).optional().catch(undefined),
  category: z.string().max(80).optional().catch(undefined),
  purpose: itemPurposeSchema.optional().catch(undefined),
  missing: z.literal('true').optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
})

interface ItemsPageProps {
  params: Promise<{ study: string }>
  searchParams: Promise<Record<string, unknown>>
}

export default async function ItemsPage({ params, searchParams }: ItemsPageProps) {
  const study = await requirePageStudy((await params).study)
  const { missing, page, ...filter } = addressSchema.parse(await searchParams)
  const [{ items, count }, facets] = await Promise.all([
    listItems(study, { ...filter, missing: missing === 'true', page: page - 1 }),
    getItemFacets(study),
  ])
  return (
    <Messages namespaces={['items']}>
      <ItemList slug={study.slug} items={items} count={count} facets={facets} />
    </Messages>
  )
}
