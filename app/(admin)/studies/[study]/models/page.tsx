import { ModelList } from '@/components/items/model-list'
import { Messages } from '@/components/shell/messages'
import { getModels } from '@/server/items/queries/models'
import { requirePageStudy } from '@/server/trpc/admin-page'

export default async function ModelsPage({ params }: { params: Promise<{ study: string }> }) {
  const study = await requirePageStudy((await params).study)
  return (
    <Messages namespaces={['models']}>
      <ModelList slug={study.slug} view={await getModels(study)} sealed={study.sealed} />
    </Messages>
  )
}
