import 'server-only'
import { db } from '../../platform/db'
import { type Actor, type OwnSignIn, type Profile, proficiencies } from '../schema'

/** What people see of themselves. */
export async function getOwnProfile(actor: Actor): Promise<Profile> {
  const user = await db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: {
      name: true,
      email: true,
      role: true,
      passwordHash: true,
      expertise: true,
      languages: { select: { tag: true, proficiency: true }, orderBy: { tag: 'asc' } },
      accounts: { select: { provider: true }, take: 1 },
    },
  })
  const { passwordHash, accounts, ...shown } = user
  const strongestFirst = shown.languages.toSorted(
    (a, b) => proficiencies.indexOf(b.proficiency) - proficiencies.indexOf(a.proficiency),
  )
  return {
    ...shown,
    languages: strongestFirst,
    hasPassword: passwordHash !== null,
    hasSingleSignOn: accounts.length > 0,
  }
}

/** One's own sign-ins that are still good, the newest first. */
export async function listOwnSignIns(actor: Actor): Promise<OwnSignIn[]> {
  return db.$queryRaw<OwnSignIn[]>`
    SELECT id, created_at AS "createdAt", expires_at AS "expiresAt", user_agent AS "userAgent",
      id = ${actor.signInId}::uuid AS "isThisOne"
    FROM sign_ins WHERE user_id = ${actor.userId}::uuid AND revoked_at IS NULL AND expires_at > now()
    ORDER BY "isThisOne" DESC, created_at DESC LIMIT 100`
}
