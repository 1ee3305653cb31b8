import type { StudyAccess } from '../people/access'
import { requireOperatorStudy } from '../people/queries'
import { db } from '../platform/db'
import { randomHex, randomSeed } from '../platform/randomness'
import { presetProtocol } from '../studies/presets'
import type { Protocol } from '../studies/schema'

/** A draft study without anything in it, for tests of results. Changes go over the preset's protocol. */
export async function makeDraftStudy(
  scale: { min?: number; max?: number; step?: 1 | 0.5 | 0.2 | 0.1 } = {},
  changes: Partial<Protocol> = {},
): Promise<StudyAccess> {
  const protocol = presetProtocol('general-chat')
  const criteria = protocol.criteria.map(one => (one.kind === 'scale' ? { ...one, ...scale, anchors: [] } : one))
  const slug = `study-${randomHex(8)}`
  await db.study.create({
    data: {
      slug,
      name: `Study ${slug}`,
      preset: 'general-chat',
      seed: randomSeed(),
      protocols: { create: { version: 1, definition: { ...protocol, criteria, ...changes } } },
    },
  })
  return requireOperatorStudy(slug)
}

/** Closes and unblinds a study behind the commands' back, and returns fresh access to it. */
export async function makeReadable(access: StudyAccess): Promise<StudyAccess> {
  const at = new Date(0)
  await db.study.update({ where: { id: access.studyId }, data: { state: 'CLOSED', closedAt: at, unblindedAt: at } })
  return requireOperatorStudy(access.slug)
}
