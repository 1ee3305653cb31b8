import 'server-only'
import { canonicalJson } from '../../audit/canonical-json'
import type { Transaction } from '../../platform/db'
import { randomId } from '../../platform/randomness'
import { chunksOf } from '../chunks-of'
import { type RecordedJudgment, recordedHash, recordedKey } from '../recorded/group-judgments'
import type { RecordedRating, ResponseRef } from '../recorded/statement'
import { refuseProblems } from '../refuse-problems'
import type { RecordedProblem } from '../schema'
import { type RecordedResponses, responseKey } from './add-recorded-responses'

export interface RecordedAddition {
  studyId: string
  protocolVersion: number
  /** External id → id. */
  itemIds: Map<string, string>
  responses: RecordedResponses
  judgments: RecordedJudgment[]
}

interface StoredJudgment {
  id: string
  slotOrder: string[]
  ratings: {
    criterion: string
    slot: number
    responseId: string | null
    value: number | null
    text: string | null
    choice: unknown
  }[]
}

interface RatingRow {
  judgmentId: string
  criterion: string
  slot: number
  responseId: string | null
  value?: number
  text?: string
  choice?: object
}

/** Which slot each response of a judgment is in: the pair's own, those it has already, else the study's order of models. */
function slotsOf(judgment: RecordedJudgment, { responses }: RecordedAddition, stored?: StoredJudgment) {
  const idOf = (ref: ResponseRef) => responses.ids.get(responseKey(judgment.item, ref.model, ref.sample)) ?? ''
  const order = (ref: ResponseRef) => responses.modelOrder.get(ref.model) ?? 0
  const slots = new Map<string, number>()
  for (const rating of stored?.ratings ?? []) if (rating.responseId !== null) slots.set(rating.responseId, rating.slot)
  for (const [index, id] of (stored?.slotOrder ?? []).entries()) slots.set(id, index + 1)
  const inOrder = judgment.pair ?? judgment.refs.toSorted((a, b) => order(a) - order(b) || a.sample - b.sample)
  for (const ref of inOrder) if (!slots.has(idOf(ref))) slots.set(idOf(ref), Math.max(0, ...slots.values()) + 1)
  return { idOf, slots }
}

function rowsOf(judgmentId: string, judgment: RecordedJudgment, addition: RecordedAddition, stored?: StoredJudgment) {
  const { idOf, slots } = slotsOf(judgment, addition, stored)
  const isTurned = judgment.pair !== null && slots.get(idOf(judgment.pair[0])) === 2
  const rows = judgment.ratings.map((rating): RatingRow => {
    const responseId = rating.ref ? idOf(rating.ref) : null
    const slot = responseId === null ? 0 : (slots.get(responseId) ?? 0)
    return { judgmentId, criterion: rating.criterion, slot, responseId, ...contentOf(rating, isTurned) }
  })
  return { rows, slotOrder: [...slots].sort((a, b) => a[1] - b[1]).map(([id]) => id) }
}

/** `isTurned`: the judgment is there with its pair in the other order. */
function contentOf(
  { value, text, choice }: RecordedRating,
  isTurned: boolean,
): Pick<RatingRow, 'value' | 'text' | 'choice'> {
  if (choice === undefined) return text === undefined ? { value } : { text }
  const given = choice as { kind: string; prefer?: 'a' | 'b' }
  const isWinner = given.prefer === 'a' || given.prefer === 'b'
  return { choice: isTurned && isWinner ? { ...given, prefer: given.prefer === 'a' ? 'b' : 'a' } : given }
}

const said = ({ responseId, value, text, choice }: StoredJudgment['ratings'][number] | RatingRow) =>
  canonicalJson([responseId, value ?? null, text ?? null, choice ?? null])

/** The rows that a judgment lacks, or null when it says something else on a criterion that it has. */
function rowsToAdd(rows: RatingRow[], stored: StoredJudgment): RatingRow[] | null {
  const criteria = [...new Set(rows.map(row => row.criterion))]
  const missing: RatingRow[] = []
  for (const criterion of criteria) {
    const given = rows.filter(row => row.criterion === criterion)
    const known = stored.ratings.filter(row => row.criterion === criterion)
    if (known.length === 0) missing.push(...given)
    else if (given.map(said).sort().join('\n') !== known.map(said).sort().join('\n')) return null
  }
  return missing
}

async function findStored(tx: Transaction, keys: readonly string[]): Promise<Map<string, StoredJudgment>> {
  const stored = new Map<string, StoredJudgment>()
  for (const chunk of chunksOf(keys, 5_000)) {
    const found = await tx.$queryRaw<(StoredJudgment & { key: string })[]>`
      SELECT j.idempotency_key::text AS key, j.id::text AS id, COALESCE(j.slot_order::text[], '{}') AS "slotOrder", r.ratings
      FROM judgments j JOIN LATERAL (
        SELECT COALESCE(jsonb_agg(jsonb_build_object('criterion', r.criterion, 'slot', r.slot, 'responseId', r.response_id,
          'value', r.value, 'text', r.text, 'choice', r.choice)), '[]') AS ratings
        FROM ratings r WHERE r.judgment_id = j.id) r ON true
      WHERE j.idempotency_key = ANY (${chunk}::uuid[])`
    for (const { key, ...judgment } of found) stored.set(key, judgment)
  }
  return stored
}

interface FreshJudgment {
  id: string
  key: string
  judgment: RecordedJudgment
  slotOrder: string[]
}

/** Many rows in one parameter: there may be tens of thousands. */
async function insertJudgments(tx: Transaction, addition: RecordedAddition, fresh: readonly FreshJudgment[]) {
  const rows = fresh.map(({ id, key, judgment, slotOrder }) => ({
    id,
    key,
    item: addition.itemIds.get(judgment.item),
    label: judgment.annotator,
    hash: Buffer.from(recordedHash(judgment)).toString('hex'),
    slots: slotOrder,
  }))
  await tx.$executeRaw`
    INSERT INTO judgments (id, study_id, item_id, annotator_label, origin, protocol_version, idempotency_key, payload_hash, slot_order)
    SELECT g.id, ${addition.studyId}::uuid, g.item, g.label, 'RECORDED', ${addition.protocolVersion}, g.key, decode(g.hash, 'hex'), g.slots
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) g(id uuid, key uuid, item uuid, label text, hash text, slots uuid[])`
}

async function insertRatings(tx: Transaction, rows: readonly RatingRow[]) {
  await tx.$executeRaw`
    INSERT INTO ratings (judgment_id, criterion, slot, response_id, value, text, choice)
    SELECT g."judgmentId", g.criterion, g.slot, g."responseId", g.value, g.text, g.choice
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      g("judgmentId" uuid, criterion text, slot int, "responseId" uuid, value int, text text, choice jsonb)`
}

/**
 * Adds the judgments that are not there yet, and to those that are what they say nothing of. Other content than what is
 * there is a problem: judgments are append-only. @throws invalid, detail.problems
 */
export async function addRecordedJudgments(
  tx: Transaction,
  addition: RecordedAddition,
): Promise<{ judgments: number; ratings: number; extended: number; unchanged: number }> {
  const keyed = addition.judgments
    .filter(judgment => judgment.ratings.length > 0)
    .map(judgment => ({ judgment, key: recordedKey(addition.studyId, judgment) }))
  const stored = await findStored(
    tx,
    keyed.map(({ key }) => key),
  )
  const problems: RecordedProblem[] = []
  const ratings: RatingRow[] = []
  const fresh: FreshJudgment[] = []
  let extended = 0
  for (const { judgment, key } of keyed) {
    const known = stored.get(key)
    const id = known?.id ?? randomId()
    const { rows, slotOrder } = rowsOf(id, judgment, addition, known)
    const missing = known ? rowsToAdd(rows, known) : rows
    if (missing === null)
      problems.push({
        line: judgment.line,
        field: 'item',
        value: judgment.item,
        message: `Item "${judgment.item}" already has a recorded judgment of this annotator with other content.`,
        fix: 'Recorded judgments are not changed: leave the item out, or import the corrected file into a new study.',
      })
    else for (const row of missing) ratings.push(row)
    if (!known) fresh.push({ id, key, judgment, slotOrder })
    else if (missing !== null && missing.length > 0) extended += 1
  }
  refuseProblems(problems)
  for (const chunk of chunksOf(fresh, 5_000)) await insertJudgments(tx, addition, chunk)
  for (const chunk of chunksOf(ratings, 10_000)) await insertRatings(tx, chunk)
  const counted = ratings.filter(rating => rating.text === undefined).length
  return {
    judgments: fresh.length,
    ratings: counted === 0 ? ratings.length : counted,
    extended,
    unchanged: keyed.length - fresh.length - extended,
  }
}
