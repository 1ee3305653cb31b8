import { ImportStart } from '@/components/items/import-start'
import { Messages } from '@/components/shell/messages'
import { listImports } from '@/server/items/queries/imports'
import { requirePageStudy } from '@/server/trpc/admin-page'

export default async function ImportPage({ params }: { params: Promise<{ study: string }> }) {
  const study = await requirePageStudy((await params).study)
  return (
    <Messages namespaces={['imports']}>
      <ImportStart study={study.studyId} slug={study.slug} state={study.state} imports={await listImports(study)} />
    </Messages>
  )
}
