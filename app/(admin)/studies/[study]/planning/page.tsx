import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PlanningView } from '@/components/planning/planning-view'
import { Messages } from '@/components/shell/messages'
import { getObservedSpread } from '@/server/results/queries/get-observed-spread'
import { planInputSchema } from '@/server/studies/plan-input'
import { getPlan } from '@/server/studies/queries/get-plan'
import { listStudies } from '@/server/studies/queries/list-studies'
import { requirePageAdminAccess, requirePageStudy } from '@/server/trpc/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('planning'))('title') }
}

interface PlanningPageProps {
  params: Promise<{ study: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What the study can find. Every assumption is in the address. Reads no judgment of this study. */
export default async function PlanningPage({ params, searchParams }: PlanningPageProps) {
  const access = await requirePageStudy((await params).study)
  const asked = planInputSchema.safeParse(await searchParams)
  const input = asked.data ?? {}
  const earlier = input.from === undefined ? null : await requirePageStudy(input.from)
  const [observed, studies] = await Promise.all([
    earlier && !earlier.sealed ? getObservedSpread(earlier) : null,
    listStudies(await requirePageAdminAccess(`/studies/${access.slug}/planning`), {
      archived: false,
      state: null,
      search: '',
    }),
  ])
  // What a sealed study says is not to be learned from here, either.
  const readable = studies.filter(one => (one.isUnblinded || !one.isBlind) && one.judged + one.recorded > 0)
  return (
    <Messages namespaces={['planning']}>
      <PlanningView
        plan={await getPlan(access, input, observed)}
        input={input}
        observed={observed}
        earlier={readable.filter(one => one.id !== access.studyId)}
        isRefused={!asked.success}
      />
    </Messages>
  )
}
