import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import { type GoldPosterior, goldPosterior } from '../../statistics/gold-items/gold-posterior'
import { getProtocol } from '../../studies/queries'
import type { Protocol } from '../../studies/schema'
import { type IntraRater, intraRater } from '../intra-rater'
import { listRepeatedValues, repeatedCriterion } from './repeated-values'

interface MemberRow {
  userId: string
  name: string
  pseudonym: string
  isMember: boolean
  qualification: 'NOT_NEEDED' | 'PENDING' | 'PASSED' | 'FAILED'
  attempts: number
  trainingDone: number
  trainingTotal: number
  flaggedAt: Date | null
  haltedAt: Date | null
  haltedReason: string | null
  judged: number
  /** Of judgments of the study's own items, idle time removed; null: there are none. */
  medianMs: number | null
  checked: number
  tooFast: number
  straightLined: number
  goldPassed: number
  goldFailed: number
  attentionPassed: number
  attentionFailed: number
  /** Since an admin let the person go on, if one did. */
  rulePassed: number
  ruleFailed: number
}

export interface AnnotatorQuality extends Omit<MemberRow, 'rulePassed' | 'ruleFailed'> {
  gold: GoldPosterior
  repeats: IntraRater | null
}

export interface StudyQuality {
  rules: Protocol['quality']
  /** Items of each purpose. */
  items: { gold: number; attention: number; calibration: number; qualification: number }
  annotators: AnnotatorQuality[]
  /** All hidden repeats of the study together; null: there were none. */
  repeats: IntraRater | null
  repeatedBy: { label: string; kind: string } | null
}

/** How carefully each person works. Reads no mean and names no model, so that it may be looked at while the study is blind. */
export async function getStudyQuality(study: StudyAccess): Promise<StudyQuality> {
  const protocol = await getProtocol(study.studyId, study.protocolVersion)
  const criterion = repeatedCriterion(protocol)
  const [rows, [items], repeated] = await Promise.all([
    listMembers(study.studyId),
    countItems(study.studyId),
    criterion ? listRepeatedValues(study, criterion) : new Map(),
  ])
  const repeatsOf = (values: Parameters<typeof intraRater>[0] | undefined) =>
    criterion && values && values.length > 0 ? intraRater(values, criterion.kind) : null
  const { threshold } = protocol.quality.gold
  return {
    rules: protocol.quality,
    items: items ?? { gold: 0, attention: 0, calibration: 0, qualification: 0 },
    annotators: rows.map(({ rulePassed, ruleFailed, ...row }) => ({
      ...row,
      gold: goldPosterior({ passed: rulePassed, failed: ruleFailed, threshold }),
      repeats: repeatsOf(repeated.get(row.userId)),
    })),
    repeats: repeatsOf([...repeated.values()].flat()),
    repeatedBy: criterion && { label: criterion.label, kind: criterion.kind },
  }
}

const countItems = (studyId: string) =>
  sql<StudyQuality['items']>(
    'quality_items',
    `SELECT count(*) FILTER (WHERE purpose = 'GOLD')::int AS gold, count(*) FILTER (WHERE purpose = 'ATTENTION')::int AS attention,
       count(*) FILTER (WHERE purpose = 'CALIBRATION')::int AS calibration,
       count(*) FILTER (WHERE purpose = 'QUALIFICATION')::int AS qualification
     FROM items WHERE study_id = $1 AND purpose <> 'STUDY'`,
    [studyId],
  )

/** Whoever needs a look stands first. */
const listMembers = (studyId: string) =>
  sql<MemberRow>(
    'quality_members',
    `SELECT m.user_id AS "userId", u.name, u.pseudonym, m.removed_at IS NULL AS "isMember", m.qualification::text AS qualification,
       m.qualification_attempts AS attempts, m.flagged_at AS "flaggedAt", m.halted_at AS "haltedAt", m.halted_reason AS "haltedReason",
       t.done AS "trainingDone", t.total AS "trainingTotal", c.*
     FROM study_annotators m JOIN users u ON u.id = m.user_id
       CROSS JOIN LATERAL (
         SELECT count(*) FILTER (WHERE p.state = 'JUDGED')::int AS done, count(*)::int AS total FROM places p
         WHERE p.for_user_id = m.user_id AND p.study_id = m.study_id AND p.due_after < 0
           AND p.variant / 1000 = GREATEST(0, m.qualification_attempts - CASE WHEN m.qualification = 'PENDING' THEN 0 ELSE 1 END)) t
       CROSS JOIN LATERAL (
         SELECT count(*) FILTER (WHERE i.purpose = 'STUDY' AND j.occasion IN ('FIRST', 'BRIDGE'))::int AS judged,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY j.active_ms)
             FILTER (WHERE i.purpose = 'STUDY' AND j.occasion IN ('FIRST', 'BRIDGE')) AS "medianMs",
           count(k.judgment_id)::int AS checked,
           count(*) FILTER (WHERE k.too_fast)::int AS "tooFast", count(*) FILTER (WHERE k.straight_lined)::int AS "straightLined",
           count(*) FILTER (WHERE i.purpose = 'GOLD' AND k.passed)::int AS "goldPassed",
           count(*) FILTER (WHERE i.purpose = 'GOLD' AND NOT k.passed)::int AS "goldFailed",
           count(*) FILTER (WHERE i.purpose = 'ATTENTION' AND k.passed)::int AS "attentionPassed",
           count(*) FILTER (WHERE i.purpose = 'ATTENTION' AND NOT k.passed)::int AS "attentionFailed",
           count(*) FILTER (WHERE i.purpose IN ('GOLD', 'ATTENTION') AND k.passed AND (m.gold_since IS NULL OR j.submitted_at > m.gold_since))::int AS "rulePassed",
           count(*) FILTER (WHERE i.purpose IN ('GOLD', 'ATTENTION') AND NOT k.passed AND (m.gold_since IS NULL OR j.submitted_at > m.gold_since))::int AS "ruleFailed"
         FROM judgments j JOIN items i ON i.id = j.item_id LEFT JOIN judgment_checks k ON k.judgment_id = j.id
         WHERE j.user_id = m.user_id AND j.study_id = m.study_id AND j.origin = 'LIVE' AND j.is_current) c
     WHERE m.study_id = $1 AND (m.removed_at IS NULL OR c.checked > 0)
     ORDER BY m.halted_at IS NULL, m.flagged_at IS NULL, m.removed_at IS NOT NULL, u.name`,
    [studyId],
  )
