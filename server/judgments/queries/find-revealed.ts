import 'server-only'
import type { Rating } from '../../../criteria/schema'
import { listEarlierJudgments } from '../../adjudication/queries/earlier-judgments'
import type { AssignmentAccess } from '../../people/access'
import { db, type Transaction } from '../../platform/db'
import { judgmentContentSchema, type Revealed } from '../schema'

/** The ratings of an assignment as they were when they were locked; null: they were not. */
export async function findFirstRatings(tx: Transaction | typeof db, assignmentId: string): Promise<Rating[] | null> {
  const stored = await tx.firstRatings.findUnique({ where: { assignmentId }, select: { ratings: true } })
  return stored ? judgmentContentSchema.parse({ ratings: stored.ratings }).ratings : null
}

/** What is stored as ratings.first_value beside a rating: submit_judgment() says the same. */
export const firstValueOf = (first: readonly Rating[] | null, { criterion, slot }: Rating): number | null =>
  first?.find(rating => rating.criterion === criterion && rating.slot === slot)?.value ?? null

/** What was shown of an own assignment when its first ratings were locked, but for the reference; null: they are not. */
export async function findRevealed(access: AssignmentAccess): Promise<Revealed | null> {
  const ratings = access.isRevealed ? await findFirstRatings(db, access.assignmentId) : null
  if (!ratings) return null
  const earlier = await listEarlierJudgments(access)
  const judgments = earlier.map((content, index) => ({ label: String(index + 1), content }))
  return { first: { ratings }, judgments }
}
