import { notFound, redirect } from 'next/navigation'
import { listLanguages } from '@/server/results/queries/score-rows'
import { requirePageStudy } from '@/server/trpc/admin-page'

/** /results/zh, as addresses were before there was a filter. */
export default async function LanguagePage({ params }: { params: Promise<{ study: string; language: string }> }) {
  const { study, language } = await params
  const access = await requirePageStudy(study)
  const tag = decodeURIComponent(language)
  if (!(await listLanguages(access.studyId)).includes(tag)) notFound()
  redirect(`/studies/${access.slug}/results/scores?${new URLSearchParams({ language: tag })}`)
}
