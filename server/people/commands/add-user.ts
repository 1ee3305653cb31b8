import 'server-only'
import { Prisma } from '../../generated/prisma/client'
import { now } from '../../platform/clock'
import type { Transaction } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { randomHex } from '../../platform/randomness'
import type { Locale } from '../locale'
import type { Role, Skills } from '../schema'

export interface UserToAdd {
  email: string
  name: string
  role: Role
  passwordHash: string | null
  locale?: Locale | null
  skills?: Skills
}

async function findFreePseudonym(tx: Transaction): Promise<string> {
  const pseudonym = `annotator-${randomHex(6)}`
  const taken = await tx.user.findUnique({ where: { pseudonym }, select: { id: true } })
  return taken ? findFreePseudonym(tx) : pseudonym
}

/** Stores a new person. Returns the id. @throws conflict when the e-mail has an account already */
export async function addUser(tx: Transaction, user: UserToAdd): Promise<string> {
  const { skills, ...columns } = user
  try {
    const stored = await tx.user.create({
      data: {
        ...columns,
        pseudonym: await findFreePseudonym(tx),
        welcomedAt: skills && skills.languages.length > 0 ? now() : null,
        expertise: skills?.expertise ?? [],
        languages: { create: skills?.languages ?? [] },
      },
      select: { id: true },
    })
    return stored.id
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      throw new DomainError('conflict', `There is an account for ${user.email} already. Sign in with it instead.`, {
        reason: 'emailTaken',
      })
    throw error
  }
}
