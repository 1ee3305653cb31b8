import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OwnStudies } from '@/components/judging/own-studies'
import { ReturnedJudgments } from '@/components/judging/returned-judgments'
import { pageContext, requirePageActor } from '@/server/trpc/page'
import { createCaller } from '@/server/trpc/root'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('work'))('title') }
}

export default async function WorkPage() {
  await requirePageActor('/work')
  const caller = createCaller(await pageContext())
  const [{ judgments }, { studies }] = await Promise.all([
    caller.judgments.listReturned(),
    caller.assignments.listStudies(),
  ])
  return (
    <>
      <ReturnedJudgments judgments={judgments} />
      <OwnStudies studies={studies} />
    </>
  )
}
