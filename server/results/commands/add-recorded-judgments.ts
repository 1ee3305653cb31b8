import 'server-only'
import type { Transaction } from '../../platform/db'
import { randomId } from '../../platform/randomness'
import { chunksOf } from '../chunks-of'
import { type RecordedJudgment, recordedHash, recordedKey } from '../recorded-judgments'
import { refuseProblems } from '../refuse-problems'
import type { RecordedProblem } from '../schema'
import { type RecordedResponses, responseKey } from './add-recorded-responses'

export interface RecordedAddition {
  studyId: string
  protocolVersion: number
  /** Ids of criteria; comment is null when the protocol has none. */
  criteria: { scale: string; comment: string | null }
  /** External id → id. */
  itemIds: Map<string, string>
  responses: RecordedResponses
  judgments: RecordedJudgment[]
}

/** The ratings of a judgment; slots follow the study's order of models. */
function ratingsOf(judgmentId: string, judgment: RecordedJudgment, { criteria, responses }: RecordedAddition) {
  const order = (model: string) => responses.modelOrder.get(model) ?? 0
  const scores = judgment.scores.toSorted((a, b) => order(a.model) - order(b.model) || a.sample - b.sample)
  return scores.flatMap((score, index) => {
    const responseId = responses.ids.get(responseKey(judgment.item, score.model, score.sample))
    const common = { judgmentId, slot: index + 1, responseId }
    const value = score.steps === null ? [] : [{ ...common, criterion: criteria.scale, value: score.steps }]
    const said = score.comment !== null && criteria.comment !== null
    return [...value, ...(said ? [{ ...common, criterion: criteria.comment ?? '', text: score.comment }] : [])]
  })
}

/**
 * Adds the judgments that are not there yet. One that is there with other content is a problem: judgments are
 * append-only. @throws invalid, detail.problems
 */
export async function addRecordedJudgments(
  tx: Transaction,
  addition: RecordedAddition,
): Promise<{ judgments: number; ratings: number; unchanged: number }> {
  const { studyId } = addition
  const keyed = addition.judgments
    .filter(judgment => judgment.scores.some(score => score.steps !== null || score.comment !== null))
    .map(judgment => ({
      judgment,
      key: recordedKey(studyId, judgment.annotator, judgment.item),
      hash: recordedHash(judgment),
    }))
  const known = new Map<string, Uint8Array>()
  for (const chunk of chunksOf(keyed, 5_000)) {
    const found = await tx.judgment.findMany({
      where: { idempotencyKey: { in: chunk.map(({ key }) => key) } },
      select: { idempotencyKey: true, payloadHash: true },
    })
    for (const row of found) known.set(row.idempotencyKey, row.payloadHash)
  }
  const problems: RecordedProblem[] = []
  const fresh = keyed.filter(({ judgment, key, hash }) => {
    const stored = known.get(key)
    if (stored && Buffer.compare(stored, hash) !== 0)
      problems.push({
        line: judgment.scores[0]?.line ?? 1,
        field: 'score',
        value: judgment.item,
        message: `Item "${judgment.item}" already has a recorded judgment of this annotator with other content.`,
        fix: 'Recorded judgments are not changed: leave the item out, or import the corrected file into a new study.',
      })
    return !stored
  })
  refuseProblems(problems)
  let ratings = 0
  for (const chunk of chunksOf(fresh, 2_000)) {
    const rows = chunk.map(one => ({ ...one, id: randomId() }))
    await tx.judgment.createMany({
      data: rows.map(({ id, judgment, key, hash }) => ({
        id,
        studyId,
        itemId: addition.itemIds.get(judgment.item) ?? '',
        annotatorLabel: judgment.annotator,
        origin: 'RECORDED' as const,
        protocolVersion: addition.protocolVersion,
        idempotencyKey: key,
        payloadHash: hash,
      })),
    })
    for (const part of chunksOf(
      rows.flatMap(({ id, judgment }) => ratingsOf(id, judgment, addition)),
      4_000,
    )) {
      await tx.rating.createMany({ data: part })
      ratings += part.filter(rating => 'value' in rating).length
    }
  }
  return { judgments: fresh.length, ratings, unchanged: keyed.length - fresh.length }
}
