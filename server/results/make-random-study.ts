import { makeUser } from '@/prisma/builders/make-user'
import type { StudyAccess } from '../people/access'
import { db } from '../platform/db'
import { randomId } from '../platform/randomness'
import type { Random } from '../statistics/random/mulberry32'
import { makeDraftStudy, makeReadable } from './make-draft-study'

/** What a random study was made of: enough to compute every score again without SQL. */
export interface RawStudy {
  access: StudyAccess
  models: { id: string; name: string }[]
  items: {
    id: string
    language: string
    category: string | null
    metadata: Record<string, string>
    isStudy: boolean
    isFlagged: boolean
  }[]
  responses: { id: string; itemId: string; modelId: string; status: string; text: string; representativeId: string }[]
  judgments: RawJudgment[]
}

export interface RawJudgment {
  id: string
  itemId: string
  origin: 'LIVE' | 'RECORDED'
  occasion: 'FIRST' | 'REPEAT'
  /** A pseudonym, a label, or null: recorded without one. */
  annotator: string | null
  isCurrent: boolean
  isExcluded: boolean
  isTooFast: boolean
  submittedAt: Date
  activeMs: number
  ratings: { responseId: string; value: number | null }[]
}

const pick = <Value>(random: Random, values: readonly Value[]): Value =>
  values[Math.floor(random() * values.length)] as Value

/** A closed study in which everything occurs that results have to tell apart; written behind the commands' back. */
export async function makeRandomStudy(random: Random, size = 10): Promise<RawStudy> {
  const chance = (share: number) => random() < share
  const access = await makeDraftStudy()
  const { studyId } = access
  const categories = await db.category.findMany({ orderBy: { position: 'asc' }, take: 2 })
  const made = await Promise.all([makeUser(), makeUser(), makeUser()])
  const people = await db.user.findMany({
    where: { id: { in: made.map(one => one.id) } },
    orderBy: { pseudonym: 'asc' },
  })
  const models = ['Alder-7', 'Birch-7', 'Cedar-7'].map(name => ({ id: randomId(), name }))
  const study: RawStudy = { access, models, items: [], responses: [], judgments: [] }
  await db.model.createMany({
    data: models.map(({ id, name }, position) => ({ id, name, studyId, codeName: `code ${position}`, position })),
  })
  for (let number = 0; number < size; number++) {
    const item = {
      id: randomId(),
      language: pick(random, ['en', 'zh']),
      category: pick(random, [...categories.map(category => category.shortName), null]),
      metadata: {
        source: pick(random, ['a', 'b']),
        ...(chance(0.5) ? { cluster: pick(random, ['x', 'y', 'z']) } : {}),
      },
      isStudy: !chance(0.1),
      isFlagged: false,
    }
    const categoryId = categories.find(category => category.shortName === item.category)?.id ?? null
    await db.item.create({
      data: {
        id: item.id,
        studyId,
        externalId: `item-${number}`,
        language: item.language,
        categoryId,
        purpose: item.isStudy ? 'STUDY' : 'GOLD',
        messages: [],
        metadata: item.metadata,
        contentHash: new Uint8Array([number]),
      },
    })
    const shared = chance(0.2)
    const own = models.map(({ id: modelId }, at) => ({
      id: randomId(),
      itemId: item.id,
      modelId,
      status: chance(0.2) ? pick(random, ['REFUSED', 'FAILED', 'NOT_COLLECTED', 'TRUNCATED']) : 'OK',
      text: chance(0.2)
        ? pick(random, ['I am ChatGPT.', 'As Birch 7, I say so.'])
        : 'x'.repeat(1 + Math.floor(random() * 50)),
      representativeId: '',
      at,
    }))
    for (const response of own)
      response.representativeId = shared && response.at === 1 ? (own[0]?.id ?? '') : response.id
    if (shared && own[0] && own[1]) own[1].text = own[0].text
    for (const { at: _, modelId, status, text, ...response } of own) {
      await db.response.create({
        data: { ...response, status: status as 'OK', turns: [text], textHash: new Uint8Array([1]) },
      })
      await db.responseSource.create({ data: { responseId: response.id, itemId: item.id, modelId } })
    }
    study.items.push(item)
    study.responses.push(...own.map(({ at: _, ...response }) => response))
    for (const person of people) if (chance(0.6)) await addLive(study, random, item, person)
    for (const label of ['Ann', 'Bob', null]) if (chance(0.4)) await addRecorded(study, random, item.id, label)
  }
  return { ...study, access: await makeReadable(access) }
}

const momentOf = (random: Random) =>
  new Date(Date.UTC(2026, 0, 1 + Math.floor(random() * 4), Math.floor(random() * 24)))
const scoreOf = (random: Random) => (random() < 0.1 ? null : Math.floor(random() * 11))

async function addLive(
  study: RawStudy,
  random: Random,
  item: RawStudy['items'][number],
  person: { id: string; pseudonym: string },
) {
  const { studyId } = study.access
  const slots = [
    ...new Set(
      study.responses
        .filter(one => one.itemId === item.id && one.status !== 'NOT_COLLECTED')
        .map(one => one.representativeId),
    ),
  ]
  const occasion = random() < 0.1 ? ('REPEAT' as const) : ('FIRST' as const)
  const place = await db.place.create({
    data: {
      studyId,
      itemId: item.id,
      occasion,
      round: study.judgments.length + 1,
      pickKey: 0,
      slotOrder: slots,
      language: item.language,
      state: 'JUDGED',
    },
  })
  const assignment = await db.assignment.create({
    data: {
      placeId: place.id,
      studyId,
      itemId: item.id,
      userId: person.id,
      occasion,
      state: 'SUBMITTED',
      leaseUntil: new Date(0),
    },
  })
  const judgment = await addJudgment(study, random, {
    itemId: item.id,
    origin: 'LIVE',
    occasion,
    annotator: person.pseudonym,
    isTooFast: random() < 0.2,
    slots,
    assignmentId: assignment.id,
    userId: person.id,
  })
  if (judgment.isTooFast)
    await db.judgmentCheck.create({
      data: {
        judgmentId: judgment.id,
        studyId,
        userId: person.id,
        expectedMs: 1,
        tooFast: true,
        straightLined: false,
        missed: [],
      },
    })
  if (random() < 0.15) {
    item.isFlagged = true
    await db.itemFlag.create({
      data: { assignmentId: assignment.id, studyId, itemId: item.id, userId: person.id, kind: 'OTHER' },
    })
  }
}

async function addRecorded(study: RawStudy, random: Random, itemId: string, annotator: string | null) {
  const slots = study.responses.filter(one => one.itemId === itemId && random() < 0.8).map(one => one.id)
  await addJudgment(study, random, {
    itemId,
    origin: 'RECORDED',
    occasion: 'FIRST',
    annotator,
    isTooFast: false,
    slots,
  })
}

async function addJudgment(
  study: RawStudy,
  random: Random,
  {
    slots,
    assignmentId,
    userId,
    ...given
  }: Pick<RawJudgment, 'itemId' | 'origin' | 'occasion' | 'annotator' | 'isTooFast'> & {
    slots: string[]
    assignmentId?: string
    userId?: string
  },
): Promise<RawJudgment> {
  const judgment: RawJudgment = {
    ...given,
    id: randomId(),
    isCurrent: random() >= 0.1,
    isExcluded: random() < 0.1,
    submittedAt: momentOf(random),
    activeMs: Math.floor(random() * 100_000),
    ratings: slots.map(responseId => ({ responseId, value: scoreOf(random) })),
  }
  await db.judgment.create({
    data: {
      id: judgment.id,
      studyId: study.access.studyId,
      itemId: judgment.itemId,
      origin: judgment.origin,
      occasion: judgment.occasion,
      annotatorLabel: judgment.origin === 'RECORDED' ? judgment.annotator : null,
      ...(assignmentId ? { assignmentId, userId: userId ?? null } : {}),
      protocolVersion: 1,
      isCurrent: judgment.isCurrent,
      excludedAt: judgment.isExcluded ? new Date(0) : null,
      excludedReason: judgment.isExcluded ? 'In haste' : null,
      submittedAt: judgment.submittedAt,
      activeMs: judgment.activeMs,
      idempotencyKey: randomId(),
      payloadHash: new Uint8Array([1]),
      ratings: {
        create: judgment.ratings.map(({ responseId, value }, at) => ({
          criterion: 'score',
          slot: at + 1,
          responseId,
          ...(value === null ? { cannotJudge: 'No.' } : { value }),
        })),
      },
    },
  })
  study.judgments.push(judgment)
  return judgment
}
