import 'server-only'
import { recordAudit } from '../../audit/commands'
import { db, type Transaction } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { joinByInvitation } from './join-by-invitation'
import { startSignIn } from './start-sign-in'

/** What a provider says of somebody, after its signature has been checked. */
export interface SingleSignOnIdentity {
  issuer: string
  subject: string
  email: string | null
  isEmailVerified: boolean
  name: string | null
}

export interface SingleSignOn extends SingleSignOnIdentity {
  /** Of the invitation that the person came from, if any. */
  invitationToken: string | null
  userAgent: string | null
}

/** Also the codes of the sign-in page's texts. */
export type SingleSignOnOutcome =
  | { status: 'signed-in'; signInId: string }
  | { status: 'no-account' | 'email-unverified' | 'account-disabled' | 'invitation-closed' }

/**
 * Signs in whoever the provider names: by the identity linked earlier, else by a verified e-mail that has an account,
 * else by the invitation that they came from. Strangers get no account.
 */
export async function signInBySingleSignOn(given: SingleSignOn): Promise<SingleSignOnOutcome> {
  try {
    return await db.$transaction(async tx => {
      const linked = await tx.account.findUnique({
        where: { provider_providerAccountId: { provider: given.issuer, providerAccountId: given.subject } },
        select: { userId: true },
      })
      if (linked) return enter(tx, linked.userId, given)
      if (!given.email || !given.isEmailVerified) return { status: 'email-unverified' }
      const known = await tx.user.findUnique({ where: { email: given.email }, select: { id: true } })
      if (!known && !given.invitationToken) return { status: 'no-account' }
      const userId =
        known?.id ??
        (await joinByInvitation(tx, {
          token: given.invitationToken ?? '',
          email: given.email,
          name: given.name ?? given.email.split('@')[0] ?? given.email,
          passwordHash: null,
        }))
      await tx.account.create({ data: { provider: given.issuer, providerAccountId: given.subject, userId } })
      await recordAudit(tx, { actorId: userId, action: 'person.single-sign-on-linked', detail: { userId } })
      return enter(tx, userId, given)
    })
  } catch (error) {
    if (error instanceof DomainError) return { status: 'invitation-closed' }
    throw error
  }
}

async function enter(tx: Transaction, userId: string, { userAgent }: SingleSignOn): Promise<SingleSignOnOutcome> {
  const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { disabledAt: true } })
  if (user.disabledAt) return { status: 'account-disabled' }
  return { status: 'signed-in', signInId: await startSignIn(tx, userId, userAgent) }
}
