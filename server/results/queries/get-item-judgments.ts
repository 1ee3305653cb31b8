import 'server-only'
import { rubricSchema } from '../../../criteria/checklist/schema'
import { messageSchema } from '../../items/schema'
import { enteredRating, type StoredRating } from '../../judgments/entered-rating'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { getProtocol } from '../../studies/queries'
import type { Protocol } from '../../studies/schema'
import type { ResultFilter } from '../filter'
import { type EntryContext, type JudgedEntry, judgedEntry } from '../items/judged-entry'
import { requireUnsealed } from '../require-unsealed'
import { type AppliedFilter, applyFilter } from './apply-filter'
import { countedJudgments } from './filtered'
import { recordedNumbers } from './recorded-numbers'

/** What stood in a slot: one response, or several of the same text. */
export interface JudgedSlot {
  slot: number
  /** Models' names; with "#2" where a model has several samples. */
  labels: string[]
}

/** One revision of a judgment. */
export interface JudgedRevision {
  id: string
  revision: number
  submittedAt: Date
  /** Idle time removed. */
  activeMs: number
  entries: JudgedEntry[]
}

export interface ItemJudgment extends JudgedRevision {
  annotator: string
  origin: 'LIVE' | 'RECORDED'
  occasion: 'FIRST' | 'REPEAT' | 'BRIDGE' | 'ADJUDICATION'
  /** Whether results are made of it, under the filter. */
  isCounted: boolean
  /** `postHoc`: after the study was closed or unblinded. */
  excluded: { at: Date; reason: string | null; postHoc: boolean } | null
  tooFast: boolean
  straightLined: boolean
  /** The criteria of the protocol that it was judged by. */
  criteria: { id: string; label: string; kind: Protocol['criteria'][number]['kind'] }[]
  slots: JudgedSlot[]
  /** Earlier revisions, the newest first. */
  earlier: JudgedRevision[]
}

interface JudgmentRow {
  id: string
  assignmentId: string | null
  annotator: string
  origin: ItemJudgment['origin']
  occasion: ItemJudgment['occasion']
  submittedAt: Date
  activeMs: number
  revision: number
  isCurrent: boolean
  isCounted: boolean
  protocolVersion: number
  excludedAt: Date | null
  excludedReason: string | null
  postHoc: boolean
  tooFast: boolean
  straightLined: boolean
  slotOrder: string[] | null
  ratings: (StoredRating & { firstValue: number | null; responseId: string | null })[]
}

interface ResponseRow {
  id: string
  representativeId: string
  label: string
  turns: string[]
}

/**
 * All judgments of an item, by model: who, when, every value and word, earlier revisions, exclusions. The filter says
 * which of them count. @throws blinded, invalid
 */
export async function getItemJudgments(
  access: StudyAccess,
  itemId: string,
  filter?: ResultFilter,
): Promise<ItemJudgment[]> {
  requireUnsealed(access)
  const applied = await applyFilter(access.studyId, filter)
  const [rows, responses, [item]] = await Promise.all([
    listJudgments(applied, itemId),
    listResponses(itemId),
    sql<{ messages: unknown; rubrics: unknown }>(
      'item_judgments_texts',
      `SELECT i.messages, (SELECT COALESCE(json_agg(json_build_object('version', u.version, 'points', u.points)), '[]')
         FROM rubrics u WHERE u.item_id = i.id) AS rubrics FROM items i WHERE i.id = $1 AND i.study_id = $2`,
      [itemId, access.studyId],
    ),
  ])
  const messages = messageSchema.array().parse(item?.messages ?? [])
  const rubrics = rubricSchema.array().parse(item?.rubrics ?? [])
  const versions = [...new Set(rows.map(row => row.protocolVersion))]
  const protocols = new Map(
    await Promise.all(versions.map(async version => [version, await getProtocol(access.studyId, version)] as const)),
  )
  const judgments = rows.map(row => {
    const protocol = protocols.get(row.protocolVersion)
    const texts: EntryContext = {
      rubrics,
      textOf: ({ part, turn }, slot) => {
        if (part === 'source') return messages[turn]?.text ?? null
        return responses.find(one => one.id === responseIn(row, slot))?.turns[turn] ?? null
      },
    }
    const revision = {
      id: row.id,
      revision: row.revision,
      submittedAt: row.submittedAt,
      activeMs: row.activeMs,
      entries: row.ratings.flatMap(stored => {
        const criterion = protocol?.criteria.find(one => one.id === stored.criterion)
        return criterion ? [judgedEntry(criterion, enteredRating(stored), stored.firstValue, texts)] : []
      }),
    }
    return { row, revision, criteria: protocol?.criteria ?? [] }
  })
  return judgments
    .filter(({ row }) => row.isCurrent)
    .map(({ row, revision, criteria }) => ({
      ...revision,
      annotator: row.annotator,
      origin: row.origin,
      occasion: row.occasion,
      isCounted: row.isCounted,
      excluded: row.excludedAt && { at: row.excludedAt, reason: row.excludedReason, postHoc: row.postHoc },
      tooFast: row.tooFast,
      straightLined: row.straightLined,
      criteria: criteria.map(({ id, label, kind }) => ({ id, label, kind })),
      slots: slotsOf(row, responses),
      earlier: judgments
        .filter(
          other => row.assignmentId !== null && other.row.assignmentId === row.assignmentId && !other.row.isCurrent,
        )
        .map(other => other.revision)
        .sort((a, b) => b.revision - a.revision),
    }))
}

const responseIn = (row: JudgmentRow, slot: number): string | null =>
  row.slotOrder?.[slot - 1] ?? row.ratings.find(rating => rating.slot === slot)?.responseId ?? null

/** A live slot stands for every response with its text, a recorded one for its own. In the order of the models. */
function slotsOf(row: JudgmentRow, responses: readonly ResponseRow[]): JudgedSlot[] {
  const numbers = row.slotOrder?.map((_, index) => index + 1) ?? [
    ...new Set(row.ratings.flatMap(({ slot }) => (slot > 0 ? [slot] : []))),
  ]
  const slots = numbers.map(slot => {
    const id = responseIn(row, slot)
    const same = responses.filter(one => (row.origin === 'LIVE' ? one.representativeId : one.id) === id)
    return { slot, labels: same.map(one => one.label), place: same[0] ? responses.indexOf(same[0]) : responses.length }
  })
  return slots.sort((a, b) => a.place - b.place).map(({ slot, labels }) => ({ slot, labels }))
}

const listJudgments = (applied: AppliedFilter, itemId: string) =>
  sql<JudgmentRow>(
    `item_judgments_${applied.shape}`,
    `SELECT j.id, j.assignment_id AS "assignmentId", j.origin, j.occasion, j.submitted_at AS "submittedAt", j.active_ms AS "activeMs",
       CASE j.origin WHEN 'LIVE' THEN COALESCE(u.pseudonym, '') ELSE COALESCE('recorded-' || n.number, 'recorded') END AS annotator,
       j.revision, j.is_current AS "isCurrent", (${countedJudgments(applied)}) AS "isCounted", j.protocol_version AS "protocolVersion",
       j.excluded_at AS "excludedAt", j.excluded_reason AS "excludedReason",
       COALESCE(j.excluded_at > LEAST(t.closed_at, t.unblinded_at), false) AS "postHoc",
       COALESCE(k.too_fast, false) AS "tooFast", COALESCE(k.straight_lined, false) AS "straightLined",
       COALESCE(j.slot_order, p.slot_order) AS "slotOrder",
       (SELECT COALESCE(jsonb_agg(jsonb_build_object('criterion', r.criterion, 'slot', r.slot, 'responseId', r.response_id, 'value', r.value,
          'firstValue', r.first_value, 'text', r.text, 'choice', r.choice, 'cannotJudge', r.cannot_judge) ORDER BY r.slot, r.criterion), '[]')
        FROM ratings r WHERE r.judgment_id = j.id) AS ratings
     FROM judgments j JOIN studies t ON t.id = j.study_id LEFT JOIN users u ON u.id = j.user_id
       LEFT JOIN (${recordedNumbers}) n ON n.label = j.annotator_label
       LEFT JOIN judgment_checks k ON k.judgment_id = j.id
       LEFT JOIN assignments a ON a.id = j.assignment_id LEFT JOIN places p ON p.id = a.place_id
     WHERE j.study_id = $1 AND j.item_id = $3 ORDER BY j.submitted_at, j.id`,
    [...applied.values, itemId],
  )

const listResponses = (itemId: string) =>
  sql<ResponseRow>(
    'item_judgments_responses',
    `SELECT o.id, o.representative_id AS "representativeId", o.turns,
       m.name || CASE WHEN s.sample_index > 0 THEN ' #' || (s.sample_index + 1) ELSE '' END AS label
     FROM responses o JOIN response_sources s ON s.response_id = o.id JOIN models m ON m.id = s.model_id
     WHERE o.item_id = $1 ORDER BY m.position, s.sample_index`,
    [itemId],
  )
