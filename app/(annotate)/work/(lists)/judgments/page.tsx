import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OwnJudgments } from '@/components/judging/own-judgments'
import { ReturnedJudgments } from '@/components/judging/returned-judgments'
import { pageContext, requirePageActor } from '@/server/trpc/page'
import { createCaller } from '@/server/trpc/root'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('work'))('tabs.judgments') }
}

interface OwnJudgmentsPageProps {
  searchParams: Promise<{ study?: string | string[] }>
}

export default async function OwnJudgmentsPage({ searchParams }: OwnJudgmentsPageProps) {
  await requirePageActor('/work/judgments')
  const { study } = await searchParams
  const filter = typeof study === 'string' ? study : undefined
  const caller = createCaller(await pageContext())
  const [first, { studies }, returned] = await Promise.all([
    caller.judgments.listOwn({ study: filter }),
    caller.assignments.listStudies(),
    caller.judgments.listReturned(),
  ])
  return (
    <>
      <ReturnedJudgments judgments={returned.judgments} />
      <OwnJudgments key={filter ?? ''} first={first} study={filter ?? null} studies={studies} />
    </>
  )
}
