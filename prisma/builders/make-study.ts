import { createHash } from 'node:crypto'
import { makePlaces } from '@/server/assignments/commands/make-places'
import { refreshEligibility } from '@/server/assignments/commands/refresh-eligibility'
import type { ItemPurpose } from '@/server/generated/prisma/enums'
import type { AssignmentAccess, MemberAccess } from '@/server/people/access'
import { requireAssignment, requireMember } from '@/server/people/queries'
import type { Proficiency, Role } from '@/server/people/schema'
import { db } from '@/server/platform/db'
import { randomHex, randomId, randomSeed } from '@/server/platform/randomness'
import { presetProtocol } from '@/server/studies/presets'
import type { Protocol } from '@/server/studies/schema'

const sha256 = (text: string) => new Uint8Array(createHash('sha256').update(text).digest())

/** A person with a live sign-in. */
export async function makeSignedIn(
  options: { role?: Role; languages?: Record<string, Proficiency>; expertise?: string[] } = {},
) {
  const id = randomId()
  const languages: Record<string, Proficiency> = options.languages ?? { en: 'NATIVE' }
  const user = await db.user.create({
    data: {
      id,
      email: `${id}@example.org`,
      name: `Person ${id.slice(0, 4)}`,
      pseudonym: `annotator-${randomHex(8)}`,
      role: options.role ?? 'ANNOTATOR',
      expertise: options.expertise ?? [],
      welcomedAt: new Date(),
      languages: {
        create: Object.entries(languages).map(([tag, proficiency]) => ({
          tag,
          proficiency,
        })),
      },
      signIns: { create: { expiresAt: new Date(Date.now() + 3_600_000) } },
    },
    include: { signIns: true },
  })
  return { userId: user.id, signInId: user.signIns[0]?.id ?? '' }
}

export interface StudyItem {
  language?: string
  sourceLanguage?: string
  category?: string
  reference?: string
  prompt?: string
  /** One text per model, in the order of `models`. */
  responses?: string[]
  purpose?: ItemPurpose
  /** Known answers: expectationsSchema. */
  expected?: object[]
  explanation?: string
}

export interface StudyOptions {
  name?: string
  protocol?: Partial<Protocol>
  models?: string[]
  items: StudyItem[]
  memberIds?: string[]
  open?: boolean
}

/** A study with items, models and members; open unless told otherwise. */
export async function makeStudy({
  items,
  memberIds = [],
  open = true,
  models = ['model-1', 'model-2', 'model-3'],
  ...options
}: StudyOptions) {
  const id = randomId()
  const definition: Protocol = {
    ...presetProtocol('general-chat'),
    overlap: { share: 0, minimumPerLanguage: 0, extraAnnotators: 0 },
    ...options.protocol,
  }
  const categories = new Map((await db.category.findMany()).map(category => [category.code, category.id]))
  await db.study.create({
    data: {
      id,
      slug: `study-${randomHex(8)}`,
      name: options.name ?? 'A study',
      preset: 'general-chat',
      seed: randomSeed(),
      protocols: { create: { version: 1, definition, frozenAt: open ? new Date() : null } },
      annotators: { create: memberIds.map(userId => ({ userId })) },
    },
  })
  const modelIds = models.map(() => randomId())
  await db.model.createMany({
    data: models.map((name, index) => ({
      id: modelIds[index],
      studyId: id,
      name,
      codeName: `Model ${randomHex(4)}`,
      position: index + 1,
    })),
  })
  const itemIds: string[] = []
  for (const [index, item] of items.entries()) {
    const itemId = randomId()
    itemIds.push(itemId)
    await db.item.create({
      data: {
        id: itemId,
        studyId: id,
        externalId: `item-${index + 1}`,
        language: item.language ?? 'en',
        sourceLanguage: item.sourceLanguage ?? null,
        categoryId: categories.get(item.category ?? 'math') ?? null,
        messages: [{ role: 'user', text: item.prompt ?? `Prompt ${index + 1}` }],
        references: item.reference ? [item.reference] : [],
        contentHash: sha256(String(index)),
        purpose: item.purpose ?? 'STUDY',
        expected: item.expected,
        explanation: item.explanation ?? '',
      },
    })
    const texts = item.responses ?? models.map((_, model) => `Answer ${model + 1} to prompt ${index + 1}`)
    const ids = new Map<string, string>()
    for (const [model, text] of texts.entries()) {
      const responseId = randomId()
      const representativeId = ids.get(text) ?? responseId
      ids.set(text, representativeId)
      await db.response.create({
        data: {
          id: responseId,
          itemId,
          turns: [text],
          textHash: sha256(text),
          representativeId,
          source: { create: { itemId, modelId: modelIds[model] ?? '' } },
        },
      })
    }
  }
  if (open) {
    await db.$transaction(
      async tx => {
        await tx.study.update({ where: { id }, data: { state: 'OPEN', openedAt: new Date() } })
        await makePlaces(tx, id)
        await refreshEligibility(tx, { studyId: id })
      },
      { timeout: 60_000 },
    )
  }
  return { studyId: id, itemIds, modelIds }
}

/** Passes the real gates for a person. */
export const makeMemberAccess = (signInId: string, studyId: string): Promise<MemberAccess> =>
  requireMember(signInId, studyId)
export const makeAssignmentAccess = (signInId: string, assignment: string): Promise<AssignmentAccess> =>
  requireAssignment(signInId, assignment)
