import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ReviewedJudgment } from '@/components/review/reviewed-judgment'
import { Messages } from '@/components/shell/messages'
import { findReviewedJudgment } from '@/server/review/queries/get-reviewed-judgment'
import { requirePageStudy } from '@/server/trpc/admin-page'

interface ReviewedJudgmentPageProps {
  params: Promise<{ study: string; judgment: string }>
}

export default async function ReviewedJudgmentPage({ params }: ReviewedJudgmentPageProps) {
  const { study, judgment: id } = await params
  const access = await requirePageStudy(study)
  const parsed = z.uuid().safeParse(id)
  const judgment = parsed.success ? await findReviewedJudgment(access, parsed.data) : null
  if (!judgment) notFound()
  return (
    <Messages namespaces={['reviewJudgments', 'judging', 'rendering']}>
      <ReviewedJudgment slug={access.slug} study={access.studyId} state={access.state} judgment={judgment} />
    </Messages>
  )
}
