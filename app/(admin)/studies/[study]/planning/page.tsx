import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PlanningView } from '@/components/planning/planning-view'
import { Messages } from '@/components/shell/messages'
import { planInputSchema } from '@/server/studies/plan-input'
import { getPlan } from '@/server/studies/queries/get-plan'
import { requirePageStudy } from '@/server/trpc/admin-page'

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
  return (
    <Messages namespaces={['planning']}>
      <PlanningView
        plan={await getPlan(access, input, null)}
        input={input}
        observed={null}
        earlier={[]}
        isRefused={!asked.success}
      />
    </Messages>
  )
}
