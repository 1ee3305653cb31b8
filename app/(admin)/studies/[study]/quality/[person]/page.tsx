import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NoticedJudgments } from '@/components/quality/noticed-judgments'
import { Messages } from '@/components/shell/messages'
import { getStudyQuality } from '@/server/quality/queries/get-quality'
import { listNoticedJudgments } from '@/server/quality/queries/list-noticed'
import { requirePageStudy } from '@/server/trpc/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('quality'))('title') }
}

/** Judgments of one person that stand out. Shows neither values nor models. */
export default async function PersonQualityPage({ params }: { params: Promise<{ study: string; person: string }> }) {
  const { study, person } = await params
  const access = await requirePageStudy(study)
  const { annotators } = await getStudyQuality(access)
  const annotator = annotators.find(one => one.userId === person)
  if (!annotator) notFound()
  return (
    <Messages namespaces={['quality']}>
      <NoticedJudgments
        slug={access.slug}
        name={annotator.name}
        judgments={await listNoticedJudgments(access, annotator.userId)}
      />
    </Messages>
  )
}
