import 'server-only'
import { db } from '../../platform/db'
import { verifyPassword } from '../adapters/password-hash'
import type { SignInInput } from '../schema'
import { countAttempts, forgetAttempts } from './count-attempts'
import { startSignIn } from './start-sign-in'

export interface SignedIn {
  userId: string
  signInId: string
}

export interface SignInOrigin {
  /** Null: not known (no trusted proxy in front). */
  address: string | null
  userAgent: string | null
}

/**
 * Signs a person in, or returns null: wrong password, unknown e-mail, no password and disabled all look and take the
 * same.
 * @throws limited, with detail.waitMinutes
 */
export async function signInWithPassword(input: SignInInput, origin: SignInOrigin): Promise<SignedIn | null> {
  const attempts = [
    { kind: 'email' as const, value: input.email },
    ...(origin.address ? [{ kind: 'address' as const, value: origin.address }] : []),
  ]
  await countAttempts(attempts)
  const user = await db.user.findUnique({
    where: { email: input.email },
    select: { id: true, passwordHash: true, disabledAt: true },
  })
  const isRight = await verifyPassword(user?.passwordHash ?? null, input.password)
  if (!user || !isRight || user.disabledAt) return null
  await forgetAttempts(attempts)
  return { userId: user.id, signInId: await startSignIn(db, user.id, origin.userAgent) }
}
