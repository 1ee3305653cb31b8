import type { Rating } from '@/criteria/schema'
import { continueStudy } from '@/server/assignments/commands/lease-assignment'
import { submitJudgment } from '@/server/judgments/commands/submit-judgment'
import { db } from '@/server/platform/db'
import { randomId } from '@/server/platform/randomness'
import { makeAssignmentAccess, makeMemberAccess, type makeStudy } from './make-study'

/** What is in front of an annotator: by slot, the numbers of the models whose text it is. */
export interface Shown {
  item: number
  slots: number[][]
}

/** One person judges all that they find in a study; `rate` gives the ratings. Returns the assignments in their order. */
export async function judgeStudy(
  signInId: string,
  study: Awaited<ReturnType<typeof makeStudy>>,
  rate: (shown: Shown) => Rating[],
): Promise<string[]> {
  const member = await makeMemberAccess(signInId, study.studyId)
  const judged: string[] = []
  for (;;) {
    const got = await continueStudy(member)
    if (got.status !== 'assignment') return judged
    const { place, itemId } = await db.assignment.findUniqueOrThrow({
      where: { id: got.assignment },
      select: { itemId: true, place: { select: { slotOrder: true } } },
    })
    const slots = await Promise.all(
      place.slotOrder.map(async representativeId => {
        const responses = await db.response.findMany({ where: { representativeId }, select: { source: true } })
        return responses.map(response => study.modelIds.indexOf(response.source?.modelId ?? '')).sort()
      }),
    )
    const access = await makeAssignmentAccess(signInId, got.assignment)
    const content = { ratings: rate({ item: study.itemIds.indexOf(itemId), slots }) }
    await submitJudgment(access, { key: randomId(), content, activeMs: 60_000 })
    judged.push(got.assignment)
  }
}

/** The preference for the response of the model with the smaller number. */
export const preferSmaller = (criterion: string, { slots: [a, b] }: Shown, strength = 1): Rating => ({
  criterion,
  slot: 0,
  choice: { kind: 'preference', prefer: (a?.[0] ?? 0) < (b?.[0] ?? 0) ? 'a' : 'b', strength },
})
