import { Messages } from '@/components/shell/messages'
import { EmptyPreview } from '@/components/studies/empty-preview'
import { StudyPreview } from '@/components/studies/study-preview'
import { findItemPreview } from '@/server/studies/queries/preview-item'
import { requirePageStudy } from '@/server/trpc/admin-page'

interface PreviewPageProps {
  params: Promise<{ study: string }>
  searchParams: Promise<{ item?: string; number?: string }>
}

export default async function PreviewPage({ params, searchParams }: PreviewPageProps) {
  const access = await requirePageStudy((await params).study)
  const { item, number } = await searchParams
  const preview = await findItemPreview(access, { item, number: Number.parseInt(number ?? '', 10) || undefined })
  return (
    <Messages namespaces={['studyPreview', 'judging', 'rendering']}>
      {preview ? <StudyPreview slug={access.slug} preview={preview} /> : <EmptyPreview slug={access.slug} />}
    </Messages>
  )
}
