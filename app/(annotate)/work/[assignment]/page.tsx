import { TRPCError } from '@trpc/server'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { JudgingSession } from '@/components/judging/judging-session'
import { Messages } from '@/components/shell/messages'
import { WorkShell } from '@/components/shell/work-shell'
import { pageContext, requirePageActor } from '@/server/trpc/page'
import { createCaller } from '@/server/trpc/root'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('judging'))('title') }
}

interface AssignmentPageProps {
  params: Promise<{ assignment: string }>
}

/** What is not there, or not one's own, is the same to the reader. */
async function getData(assignment: string) {
  try {
    return await createCaller(await pageContext()).assignments.getAssignment({ assignment })
  } catch (error) {
    if (error instanceof TRPCError && (error.code === 'NOT_FOUND' || error.code === 'BAD_REQUEST')) notFound()
    throw error
  }
}

export default async function AssignmentPage({ params }: AssignmentPageProps) {
  const { assignment } = await params
  const actor = await requirePageActor(`/work/${assignment}`)
  const data = await getData(assignment)
  return (
    <Messages namespaces={['judging', 'itemMessages']}>
      <WorkShell fill user={actor} bar={<h1 className="min-w-0 truncate font-medium text-sm">{data.study.name}</h1>}>
        <JudgingSession key={assignment} initial={data} explain={!actor.toured} />
      </WorkShell>
    </Messages>
  )
}
