import 'server-only'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { AdminAccess, StudyAccess } from '../people/access'
import { requireAdmin, requireStudy } from '../people/queries'
import { DomainError } from '../platform/errors'
import { pageContext } from './page'

/** Turns a gate's refusal into where a person is sent. */
async function orElsewhere<Access>(gate: Promise<Access>, returnTo: string): Promise<Access> {
  try {
    return await gate
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.code === 'unauthenticated') redirect(`/sign-in?to=${encodeURIComponent(returnTo)}`)
    if (error.code === 'forbidden') redirect('/work')
    if (error.code === 'not_found') notFound()
    throw error
  }
}

/** The proof that an admin looks at this page, for its queries. */
export async function requirePageAdminAccess(returnTo: string): Promise<AdminAccess> {
  const { signInId } = await pageContext()
  return orElsewhere(requireAdmin(signInId), returnTo)
}

/** The proof that an admin looks at a page of this study (slug or id, as in the address), for its queries. */
export const requirePageStudy = cache(async (study: string): Promise<StudyAccess> => {
  const { signInId } = await pageContext()
  return orElsewhere(requireStudy(signInId, decodeURIComponent(study)), `/studies/${study}`)
})
