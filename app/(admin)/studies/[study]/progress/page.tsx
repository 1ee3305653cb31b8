import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ProgressView } from '@/components/results/progress-view'
import { Messages } from '@/components/shell/messages'
import { getProgress } from '@/server/results/queries/get-progress'
import { requirePageStudy } from '@/server/trpc/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('progress'))('title') }
}

/** How far a study is. Shows nothing that breaks a blind. */
export default async function ProgressPage({ params }: { params: Promise<{ study: string }> }) {
  const access = await requirePageStudy((await params).study)
  const progress = await getProgress(access)
  return (
    <Messages namespaces={['progress', 'charts']}>
      <ProgressView study={access.slug} initial={progress} />
    </Messages>
  )
}
