import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ItemView } from '@/components/items/item-view'
import { RubricSection } from '@/components/rubrics/rubric-section'
import { Messages } from '@/components/shell/messages'
import { findItem } from '@/server/items/queries/items'
import { getItemRubric } from '@/server/items/queries/rubrics'
import { requirePageStudy } from '@/server/trpc/admin-page'

export default async function ItemPage({ params }: { params: Promise<{ study: string; item: string }> }) {
  const { study: name, item: id } = await params
  const study = await requirePageStudy(name)
  const itemId = z.uuid().safeParse(id)
  const item = itemId.success ? await findItem(study, itemId.data) : null
  if (!item) notFound()
  const rubric = await getItemRubric(study, item.id)
  return (
    <Messages namespaces={['items', 'rendering', 'rubrics', 'schemaSentences', 'schemaRules']}>
      <ItemView slug={study.slug} item={item} sealed={study.sealed}>
        <RubricSection study={study.studyId} state={study.state} itemId={item.id} rubric={rubric} />
      </ItemView>
    </Messages>
  )
}
