import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { QualityView } from '@/components/quality/quality-view'
import { Messages } from '@/components/shell/messages'
import { getStudyQuality } from '@/server/quality/queries/get-quality'
import { requirePageStudy } from '@/server/trpc/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('quality'))('title') }
}

/** How carefully people work. Shows nothing that breaks a blind. */
export default async function QualityPage({ params }: { params: Promise<{ study: string }> }) {
  const access = await requirePageStudy((await params).study)
  return (
    <Messages namespaces={['quality']}>
      <QualityView study={access} quality={await getStudyQuality(access)} />
    </Messages>
  )
}
