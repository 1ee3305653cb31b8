import { signIn } from 'next-auth/react'
import type { SignInInput } from '@/server/people/schema'

/** Signs in without leaving the page. Returns the code of what went wrong, or null. */
export async function signInByPassword({ email, password }: SignInInput): Promise<string | null> {
  try {
    const answer = await signIn('credentials', { redirect: false, email, password })
    return answer?.ok ? null : (answer?.error ?? 'unavailable')
  } catch {
    return 'unavailable'
  }
}
