import { redirect } from 'next/navigation'
import { requirePageStudy } from '@/server/trpc/admin-page'

export default async function ReviewStartPage({ params }: { params: Promise<{ study: string }> }) {
  const { slug } = await requirePageStudy((await params).study)
  redirect(`/studies/${slug}/review/judgments`)
}
