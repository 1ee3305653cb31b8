import { redirect } from 'next/navigation'
import { findPageActor } from '@/server/trpc/page'

/** Sends everybody to where their work is. */
export default async function StartPage() {
  const actor = await findPageActor()
  if (!actor) redirect('/sign-in')
  if (actor.role === 'ADMIN') redirect('/studies')
  redirect(actor.welcomed ? '/work' : '/welcome')
}
