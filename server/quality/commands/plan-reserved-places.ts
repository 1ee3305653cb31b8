import 'server-only'
import { seededRandom } from '../../assignments/seeded-random'
import type { Transaction } from '../../platform/db'
import { type Protocol, protocolSchema } from '../../studies/schema'
import { listReservableUnits } from '../queries/reservable-units'
import { planHiddenChecks, planTraining, type ReservableUnit, type ReservedPlace } from '../reserved-plan'

interface MemberRow {
  user_id: string
  languages: string[]
  expertise_ids: string[]
  submitted: number
  quota: number | null
  qualification: 'NOT_NEEDED' | 'PENDING' | 'PASSED' | 'FAILED'
  attempts: number
  has_work: boolean
  study_items: number
  /** "item/variant" of what was planned for them before. */
  planned: string[]
  gold_before: number
  last_due: number
}

/**
 * Reserves for each member what they do not have yet: training before the work of whoever has not begun, gold and
 * attention items within it. Call it when a study opens, and whenever people, their languages, or items change.
 * Idempotent; drafts and closed studies get nothing.
 */
export async function planReservedPlaces(
  tx: Transaction,
  studyId: string,
  userId: string | null = null,
): Promise<void> {
  const [study] = await tx.$queryRaw<{ seed: Uint8Array; definition: unknown }[]>`
    SELECT t.seed, p.definition FROM studies t JOIN protocols p ON p.study_id = t.id AND p.version = t.protocol_version
    WHERE t.id = ${studyId}::uuid AND t.state IN ('OPEN', 'PAUSED')
      AND EXISTS (SELECT 1 FROM items i WHERE i.study_id = t.id AND i.purpose <> 'STUDY')`
  if (!study) return
  const protocol = protocolSchema.parse(study.definition)
  const units = await listReservableUnits(tx, { studyId, seed: study.seed, protocol })
  for (const member of await lockMemberRows(tx, studyId, userId)) {
    const matching = units.filter(
      unit =>
        member.languages.includes(unit.language) &&
        (protocol.expertise !== 'require' || (unit.categoryId && member.expertise_ids.includes(unit.categoryId))),
    )
    const places = planMember(member, matching, protocol, study.seed)
    await storeReserved(tx, studyId, member.user_id, places)
    if (member.qualification === 'NOT_NEEDED' && places.some(place => place.dueAfter < 0))
      await tx.$executeRaw`UPDATE study_annotators SET qualification = 'PENDING'
        WHERE study_id = ${studyId}::uuid AND user_id = ${member.user_id}::uuid`
  }
}

function planMember(
  member: MemberRow,
  units: readonly ReservableUnit[],
  protocol: Protocol,
  seed: Uint8Array,
): ReservedPlace[] {
  const isTraining = (unit: ReservableUnit) => unit.purpose === 'CALIBRATION' || unit.purpose === 'QUALIFICATION'
  const random = (label: string) => seededRandom(seed, `${label}\n${member.user_id}\n${member.planned.length}`)
  const { attempts: attempt, qualification } = member
  if (qualification === 'FAILED') return []
  if (qualification === 'PENDING' || (qualification === 'NOT_NEEDED' && !member.has_work)) {
    // Only whole sets: an item that comes while somebody is at the training does not make it longer.
    const training = planTraining(units.filter(isTraining), attempt, random('training'))
    const isPlanned = training.some(place => member.planned.includes(`${place.itemId}/${place.variant}`))
    if (training.length > 0) return isPlanned ? [] : training
    if (qualification === 'PENDING') return []
  }
  return planHiddenChecks(
    units.filter(unit => !isTraining(unit) && !member.planned.includes(`${unit.itemId}/${unit.variant}`)),
    { ...protocol.quality.gold, criteria: protocol.criteria },
    {
      from: Math.max(member.submitted, member.last_due + 1),
      quotaLeft: member.quota === null ? null : Math.max(0, member.quota - member.study_items),
      goldBefore: member.gold_before,
    },
    random('checks'),
  )
}

/** Members in the one order of locks, with what decides about their places. */
async function lockMemberRows(tx: Transaction, studyId: string, userId: string | null): Promise<MemberRow[]> {
  await tx.$queryRaw`SELECT 1 FROM study_annotators WHERE study_id = ${studyId}::uuid AND removed_at IS NULL
    AND (${userId}::uuid IS NULL OR user_id = ${userId}::uuid) ORDER BY user_id FOR UPDATE`
  return tx.$queryRaw<MemberRow[]>`
    SELECT m.user_id, m.languages, m.expertise_ids, m.submitted, COALESCE(m.quota, (p.definition->>'quotaPerAnnotator')::int) AS quota,
      m.qualification::text AS qualification, m.qualification_attempts AS attempts,
      EXISTS (SELECT 1 FROM assignments a WHERE a.user_id = m.user_id AND a.study_id = m.study_id) AS has_work,
      (SELECT count(*)::int FROM assignments a JOIN items i ON i.id = a.item_id WHERE a.user_id = m.user_id AND a.study_id = m.study_id
        AND a.state IN ('AHEAD', 'SHOWN', 'SUBMITTED') AND a.occasion IN ('FIRST', 'BRIDGE') AND i.purpose = 'STUDY') AS study_items,
      r.planned, r.gold_before, r.last_due
    FROM study_annotators m JOIN studies t ON t.id = m.study_id
      JOIN protocols p ON p.study_id = t.id AND p.version = t.protocol_version
      CROSS JOIN LATERAL (
        SELECT COALESCE(array_agg(f.item_id || '/' || f.variant), '{}') AS planned,
          count(*) FILTER (WHERE i.purpose = 'GOLD')::int AS gold_before,
          COALESCE(max(f.due_after) FILTER (WHERE f.due_after >= 0), -1)::int AS last_due
        FROM places f JOIN items i ON i.id = f.item_id AND i.purpose <> 'STUDY'
        WHERE f.for_user_id = m.user_id AND f.study_id = m.study_id) r
    WHERE m.study_id = ${studyId}::uuid AND m.removed_at IS NULL AND (${userId}::uuid IS NULL OR m.user_id = ${userId}::uuid)
    ORDER BY m.user_id`
}

/** Makes places that only one person may get. */
async function storeReserved(
  tx: Transaction,
  studyId: string,
  userId: string,
  places: readonly ReservedPlace[],
): Promise<void> {
  if (places.length === 0) return
  await tx.$executeRaw`
    INSERT INTO places (study_id, item_id, round, variant, for_user_id, due_after, pick_key, slot_order, omitted, language, category_id)
    SELECT ${studyId}::uuid, r."itemId", 1, r.variant, ${userId}::uuid, r."dueAfter", r."pickKey", r."slotOrder", r.omitted, r.language, r."categoryId"
    FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
      r("itemId" uuid, variant smallint, "dueAfter" int, "pickKey" int, "slotOrder" uuid[], omitted text[], language text, "categoryId" uuid)
    ON CONFLICT DO NOTHING`
}
