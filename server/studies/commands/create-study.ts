import 'server-only'
import { recordAudit } from '../../audit/commands'
import type { AdminAccess } from '../../people/access'
import { operatorUserId } from '../../people/schema'
import { db, type Transaction } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { randomId, randomSeed } from '../../platform/randomness'
import { presetProtocol } from '../presets'
import { type CreateStudy, protocolSchema } from '../schema'
import { slugify, uniqueSlug } from '../study-slug'

export interface CreatedStudy {
  id: string
  slug: string
}

/** Makes a draft from a preset, or from a protocol that started as one. @throws conflict when a slug was asked for that is taken */
export async function createStudy(admin: AdminAccess, input: CreateStudy): Promise<CreatedStudy> {
  const protocol = protocolSchema.parse(input.protocol ?? presetProtocol(input.preset))
  return db.$transaction(async tx => {
    const slug = await claimSlug(tx, input.slug ?? input.name)
    if (input.slug && slug !== input.slug)
      throw new DomainError('conflict', `The slug "${input.slug}" is taken. "${slug}" is free.`)
    const id = randomId()
    await tx.study.create({
      data: {
        id,
        slug,
        name: input.name,
        preset: input.preset,
        disclosure: input.disclosure,
        seed: randomSeed(),
        createdById: admin.userId === operatorUserId ? null : admin.userId,
        protocols: { create: { version: 1, definition: protocol } },
      },
    })
    await recordAudit(tx, {
      actorId: admin.userId,
      action: 'study.created',
      studyId: id,
      detail: { name: input.name, slug, preset: input.preset },
    })
    return { id, slug }
  })
}

/** A slug for a name that no study has; nobody else can take it until the transaction ends. */
export async function claimSlug(tx: Transaction, name: string): Promise<string> {
  // Two studies with like names made at once would both see the slug free.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(730101)`
  const taken = await tx.study.findMany({ where: { slug: { startsWith: slugify(name) } }, select: { slug: true } })
  return uniqueSlug(name, new Set(taken.map(study => study.slug)))
}
