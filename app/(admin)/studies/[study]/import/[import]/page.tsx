import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ImportDetail } from '@/components/items/import-detail'
import { Messages } from '@/components/shell/messages'
import { findImportView, listCategories } from '@/server/items/queries/imports'
import { requirePageStudy } from '@/server/trpc/admin-page'

export default async function OneImportPage({ params }: { params: Promise<{ study: string; import: string }> }) {
  const { study: name, import: id } = await params
  const study = await requirePageStudy(name)
  const importId = z.uuid().safeParse(id)
  const found = importId.success ? await findImportView(study, importId.data) : null
  if (!found) notFound()
  return (
    <Messages namespaces={['imports']}>
      <ImportDetail
        study={study.studyId}
        slug={study.slug}
        state={study.state}
        initial={found}
        categories={await listCategories()}
      />
    </Messages>
  )
}
