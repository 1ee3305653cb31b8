import { ReviewList } from '@/components/review/review-list'
import { Messages } from '@/components/shell/messages'
import { getReviewCounts, listReviewedJudgments } from '@/server/review/queries/list-judgments'
import { listReviewSchema } from '@/server/review/schema'
import { requirePageStudy } from '@/server/trpc/admin-page'

interface ReviewPageProps {
  params: Promise<{ study: string }>
  searchParams: Promise<Record<string, string | undefined>>
}

export default async function ReviewPage({ params, searchParams }: ReviewPageProps) {
  const access = await requirePageStudy((await params).study)
  const { filter, item, annotator, page } = await searchParams
  const query = listReviewSchema
    .omit({ study: true })
    .catch({ filter: 'all', page: 0 })
    .parse({ filter, item: item || undefined, annotator: annotator || undefined, page: Number(page ?? 0) })
  const [{ judgments, count }, counts] = await Promise.all([
    listReviewedJudgments(access, query),
    getReviewCounts(access),
  ])
  return (
    <Messages namespaces={['reviewJudgments']}>
      <ReviewList slug={access.slug} query={query} judgments={judgments} count={count} counts={counts} />
    </Messages>
  )
}
