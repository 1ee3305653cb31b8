import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { WorkSession } from '@/components/judging/work-session'
import { localOwner } from '@/server/people/local-owner'
import { requirePageActor } from '@/server/trpc/page'

/** What has not been sent is sent from any of these pages. Each page has its own gate. */
export default async function WorkLayout({ children }: { children: ReactNode }) {
  const actor = await requirePageActor('/work')
  if (actor.role === 'ANNOTATOR' && !actor.welcomed) redirect('/welcome')
  const owner = localOwner(actor.userId)
  return (
    <WorkSession key={owner} owner={owner}>
      {children}
    </WorkSession>
  )
}
