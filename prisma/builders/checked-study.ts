import { continueStudy } from '../../server/assignments/commands/lease-assignment'
import { submitJudgment } from '../../server/judgments/commands/submit-judgment'
import { db } from '../../server/platform/db'
import { randomId } from '../../server/platform/randomness'
import { qualitySchema } from '../../server/studies/schema'
import { makeAssignmentAccess, makeMemberAccess, type makeSignedIn, makeStudy } from './make-study'

export type Person = Awaited<ReturnType<typeof makeSignedIn>>
type Quality = Parameters<typeof qualitySchema.parse>[0]

export const study = (quality: Quality, of: Omit<Parameters<typeof makeStudy>[0], 'protocol'>) =>
  makeStudy({ ...of, models: ['Alder', 'Birch'], protocol: { quality: qualitySchema.parse(quality) } })
export const plain = (count: number) => Array.from({ length: count }, () => ({}))
/** "Birch is at least 3 better than Alder." */
export const expected = [{ criterion: 'score', better: { model: 'Birch' }, worse: { model: 'Alder' }, atLeast: 3 }]
export const checks = (purpose: 'GOLD' | 'ATTENTION' | 'CALIBRATION' | 'QUALIFICATION', count: number) =>
  Array.from({ length: count }, () => ({ purpose, expected, explanation: 'Alder leaves out half of it.' }))

export async function proceed(person: Person, studyId: string) {
  const got = await continueStudy(await makeMemberAccess(person.signInId, studyId))
  return got.status === 'assignment' ? got.assignment : got.reason
}

/** Judges as well as anybody can, or gives ten to everything. */
export async function judge(person: Person, assignment: string, well: boolean) {
  const access = await makeAssignmentAccess(person.signInId, assignment)
  const slots = await db.$queryRaw<{ name: string }[]>`
    SELECT m.name FROM assignments a JOIN places p ON p.id = a.place_id
      CROSS JOIN LATERAL unnest(p.slot_order) WITH ORDINALITY s(id, slot)
      JOIN response_sources c ON c.response_id = s.id JOIN models m ON m.id = c.model_id
    WHERE a.id = ${assignment}::uuid ORDER BY s.slot`
  const ratings = slots.map(({ name }, index) => ({
    criterion: 'score',
    slot: index + 1,
    value: well && name === 'Alder' ? 4 : well ? 8 : 10,
  }))
  return submitJudgment(access, { key: randomId(), content: { ratings }, activeMs: 60_000 })
}

export async function judgeAll(person: Person, studyId: string, well: boolean, most = 500) {
  const items: { itemId: string; purpose: string; occasion: string }[] = []
  for (let count = 0; count < most; count++) {
    const got = await proceed(person, studyId)
    if (!got.includes('-') || got.length < 36) return { items, end: got }
    await judge(person, got, well)
    const held = await db.assignment.findUniqueOrThrow({
      where: { id: got },
      include: { place: { include: { item: true } } },
    })
    items.push({ itemId: held.itemId, purpose: held.place.item.purpose, occasion: held.occasion })
  }
  return { items, end: null }
}

export const membership = (person: Person, studyId: string) =>
  db.studyAnnotator.findUniqueOrThrow({ where: { studyId_userId: { studyId, userId: person.userId } } })
