import 'server-only'
import { createHmac } from 'node:crypto'
import type { PreferenceChoice } from '../../../criteria/preference/schema'
import type { StudyAccess } from '../../people/access'
import { db, sql } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { getProtocol } from '../../studies/queries'
import { sampleSize } from '../sample-size'
import type { BatchRef } from '../schema'
import { batchJudgments } from './batch-judgments'
import { type BatchSummary, listBatches } from './list-batches'

/** A judgment as it was made: slots, no models. */
export interface SampledJudgment {
  id: string
  itemId: string
  externalId: string
  messages: { role: string; text: string }[]
  /** By slot, one text per turn. */
  responses: string[][]
  ratings: {
    criterion: string
    slot: number
    value: number | null
    text: string | null
    choice: PreferenceChoice | null
  }[]
  activeMs: number
}

export interface BatchDetail extends BatchSummary {
  criteria: { id: string; label: string; strengths: string[] }[]
  sample: SampledJudgment[]
}

/** The ids in the order of a keyed hash: nobody can tell which ones are looked at, and each look shows the same. */
function drawSample(ids: readonly string[], seed: Uint8Array, size: number): string[] {
  const key = (id: string) => createHmac('sha256', seed).update(`batch ${id}`).digest('hex')
  return [...ids].sort((a, b) => (key(a) < key(b) ? -1 : 1)).slice(0, size)
}

/** The judgments that whoever decides on a batch looks at. @throws not_found when the protocol has no batches */
export async function readSampleIds(study: StudyAccess, { userId, day }: BatchRef): Promise<string[]> {
  const protocol = await getProtocol(study.studyId, study.protocolVersion)
  if (!protocol.batches) throw new DomainError('not_found', 'This study is not accepted in batches.')
  const { seed } = await db.study.findUniqueOrThrow({ where: { id: study.studyId }, select: { seed: true } })
  const rows = await sql<{ id: string }>(
    'batch_sample',
    `SELECT id FROM (${batchJudgments}) j WHERE user_id = $2 AND day = $3::date`,
    [study.studyId, userId, day],
  )
  return drawSample(
    rows.map(row => row.id),
    seed,
    sampleSize(rows.length, protocol.batches),
  )
}

/** A batch with its blind sample. @throws not_found */
export async function getBatch(study: StudyAccess, ref: BatchRef): Promise<BatchDetail> {
  const found = (await listBatches(study)).find(batch => batch.userId === ref.userId && batch.day === ref.day)
  if (!found) throw new DomainError('not_found', 'There is no such batch.')
  const [{ criteria }, ids] = await Promise.all([
    getProtocol(study.studyId, study.protocolVersion),
    readSampleIds(study, ref),
  ])
  const sample = await sql<SampledJudgment>(
    'batch_sample_judgments',
    `SELECT j.id, i.id AS "itemId", i.external_id AS "externalId", i.messages, j.active_ms AS "activeMs",
       (SELECT json_agg(r.turns ORDER BY o.slot) FROM unnest(p.slot_order) WITH ORDINALITY o(response_id, slot) JOIN responses r ON r.id = o.response_id) AS responses,
       (SELECT COALESCE(json_agg(json_build_object('criterion', r.criterion, 'slot', r.slot, 'value', r.value, 'text', r.text, 'choice', r.choice) ORDER BY r.slot), '[]')
        FROM ratings r WHERE r.judgment_id = j.id) AS ratings
     FROM judgments j JOIN items i ON i.id = j.item_id JOIN assignments a ON a.id = j.assignment_id JOIN places p ON p.id = a.place_id
     WHERE j.id = ANY ($1::uuid[]) AND j.study_id = $2 ORDER BY array_position($1::uuid[], j.id)`,
    [ids, study.studyId],
  )
  return {
    ...found,
    criteria: criteria.map(criterion => ({
      id: criterion.id,
      label: criterion.label,
      strengths: criterion.kind === 'preference' ? criterion.strengths : [],
    })),
    sample,
  }
}
