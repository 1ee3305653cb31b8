import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { findActor } from '../people/queries'
import type { Actor } from '../people/schema'
import { createContext } from './context'

/** The context of the page that is being rendered; the same for all of it. */
export const pageContext = cache(async () => createContext({ headers: await headers() }))

/** Who looks at this page, or null. */
export const findPageActor = cache(async (): Promise<Actor | null> => findActor((await pageContext()).signInId))

/** Who looks at this page; others are sent to sign in and come back. Convenience only: every query has its own gate. */
export async function requirePageActor(returnTo: string): Promise<Actor> {
  const actor = await findPageActor()
  if (!actor) redirect(`/sign-in?to=${encodeURIComponent(returnTo)}`)
  return actor
}

/** Whoever judges at this page; those who have not declared their languages do that first. Convenience only, as above. */
export async function requirePageAnnotator(returnTo: string): Promise<Actor> {
  const actor = await requirePageActor(returnTo)
  if (actor.role === 'ANNOTATOR' && !actor.welcomed) redirect(`/welcome?to=${encodeURIComponent(returnTo)}`)
  return actor
}
