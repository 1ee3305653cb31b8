import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'

/** Judgments that were left out, by what was said about it. */
export interface ExclusionReason {
  /** Null: the file that brought them gave none. */
  reason: string | null
  judgments: number
  /** Of them: left out after the study was closed or unblinded. */
  postHoc: number
}

/** What became of a model's responses. Only where the study is not sealed. */
export interface ModelFlow {
  model: string
  responses: number
  /** Responses that nobody can be shown, or that say something else than an answer. */
  refused: number
  truncated: number
  failed: number
  notCollected: number
  /** Responses with a judgment that counts; of identical ones each. */
  judged: number
  /** Judgments of them that count, and that were left out. */
  counted: number
  excluded: number
  /** Judgments that said "cannot be judged" of one. */
  cannotJudge: number
}

export interface StudyFlow {
  items: {
    imported: number
    /** Have at least one judgment that counts, or any at all. */
    judged: number
    judgedAtAll: number
    /** Mixed in to check people, and never in results. */
    checking: number
  }
  judgments: {
    /** Of items of the study, the newest revision of each, first judgments and anchors. */
    submitted: number
    excluded: number
    counted: number
    recorded: number
    /** Not in results by their nature. */
    repeats: number
    adjudications: number
    checking: number
    /** Replaced by a newer revision. */
    replaced: number
  }
  assignments: { skipped: number }
  reasons: ExclusionReason[]
  /** Null while the study is sealed. */
  models: ModelFlow[] | null
}

const ofResults = "j.is_current AND j.occasion IN ('FIRST', 'BRIDGE') AND i.purpose = 'STUDY'"

/** Items and judgments from import to results. By model only where results may be read. */
export async function getFlow(access: StudyAccess): Promise<StudyFlow> {
  const { studyId, sealed } = access
  const [[items], [judgments], [assignments], reasons, models] = await Promise.all([
    sql<StudyFlow['items']>(
      'flow_items',
      `SELECT count(*) FILTER (WHERE i.purpose = 'STUDY')::int AS imported, count(*) FILTER (WHERE i.purpose <> 'STUDY')::int AS checking,
         count(*) FILTER (WHERE i.purpose = 'STUDY' AND b.counted)::int AS judged, count(*) FILTER (WHERE i.purpose = 'STUDY' AND b.item_id IS NOT NULL)::int AS "judgedAtAll"
       FROM items i LEFT JOIN (
         SELECT item_id, bool_or(excluded_at IS NULL) AS counted FROM judgments
         WHERE study_id = $1 AND is_current AND occasion IN ('FIRST', 'BRIDGE') GROUP BY 1) b ON b.item_id = i.id
       WHERE i.study_id = $1`,
      [studyId],
    ),
    sql<StudyFlow['judgments']>(
      'flow_judgments',
      `SELECT count(*) FILTER (WHERE ${ofResults})::int AS submitted,
         count(*) FILTER (WHERE ${ofResults} AND j.excluded_at IS NOT NULL)::int AS excluded,
         count(*) FILTER (WHERE ${ofResults} AND j.excluded_at IS NULL)::int AS counted,
         count(*) FILTER (WHERE ${ofResults} AND j.origin = 'RECORDED')::int AS recorded,
         count(*) FILTER (WHERE j.is_current AND i.purpose = 'STUDY' AND j.occasion = 'REPEAT')::int AS repeats,
         count(*) FILTER (WHERE j.is_current AND i.purpose = 'STUDY' AND j.occasion = 'ADJUDICATION')::int AS adjudications,
         count(*) FILTER (WHERE j.is_current AND i.purpose <> 'STUDY')::int AS checking,
         count(*) FILTER (WHERE NOT j.is_current)::int AS replaced
       FROM judgments j JOIN items i ON i.id = j.item_id WHERE j.study_id = $1`,
      [studyId],
    ),
    sql<StudyFlow['assignments']>(
      'flow_assignments',
      "SELECT count(*)::int AS skipped FROM assignments WHERE study_id = $1 AND state = 'SKIPPED'",
      [studyId],
    ),
    sql<ExclusionReason>(
      'flow_reasons',
      `SELECT j.excluded_reason AS reason, count(*)::int AS judgments,
         count(*) FILTER (WHERE j.excluded_at > LEAST(t.closed_at, t.unblinded_at))::int AS "postHoc"
       FROM judgments j JOIN items i ON i.id = j.item_id JOIN studies t ON t.id = j.study_id
       WHERE j.study_id = $1 AND ${ofResults} AND j.excluded_at IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 100`,
      [studyId],
    ),
    sealed ? null : listModelFlow(studyId),
  ])
  if (!items || !judgments || !assignments) throw new Error('a count without a row')
  return { items, judgments, assignments, reasons, models }
}

/** A live slot stands for every response of its text, a recorded rating for its own response. */
const listModelFlow = (studyId: string) =>
  sql<ModelFlow>(
    'flow_models',
    `WITH own AS (
       SELECT m.id AS model_id, o.id, o.representative_id, o.status
       FROM models m JOIN response_sources s ON s.model_id = m.id JOIN responses o ON o.id = s.response_id
         JOIN items i ON i.id = o.item_id AND i.purpose = 'STUDY' WHERE m.study_id = $1),
     shown AS (
       SELECT u.response_id, j.origin, j.excluded_at IS NULL AS counts, j.id AS judgment_id
       FROM judgments j JOIN items i ON i.id = j.item_id JOIN assignments a ON a.id = j.assignment_id JOIN places p ON p.id = a.place_id
         CROSS JOIN LATERAL unnest(p.slot_order) u(response_id)
       WHERE j.study_id = $1 AND j.origin = 'LIVE' AND ${ofResults}
       UNION ALL
       SELECT DISTINCT r.response_id, j.origin, j.excluded_at IS NULL, j.id
       FROM judgments j JOIN items i ON i.id = j.item_id
         CROSS JOIN LATERAL (SELECT r.response_id FROM ratings r WHERE r.judgment_id = j.id
           UNION SELECT unnest(j.slot_order)) r
       WHERE j.study_id = $1 AND j.origin = 'RECORDED' AND ${ofResults} AND r.response_id IS NOT NULL),
     tallied AS (
       SELECT b.origin, b.response_id, count(*) FILTER (WHERE b.counts)::int AS counted, count(*) FILTER (WHERE NOT b.counts)::int AS excluded,
         count(*) FILTER (WHERE b.counts AND EXISTS (
           SELECT 1 FROM ratings r WHERE r.judgment_id = b.judgment_id AND r.response_id = b.response_id AND r.cannot_judge IS NOT NULL))::int AS cannot
       FROM shown b GROUP BY 1, 2),
     per_response AS (
       SELECT id, sum(counted)::int AS counted, sum(excluded)::int AS excluded, sum(cannot)::int AS cannot
       -- By equality alone: a join that had to choose per row would compare each with each.
       FROM (
         SELECT o.id, b.counted, b.excluded, b.cannot FROM own o JOIN tallied b ON b.response_id = o.representative_id WHERE b.origin = 'LIVE'
         UNION ALL
         SELECT o.id, b.counted, b.excluded, b.cannot FROM own o JOIN tallied b ON b.response_id = o.id WHERE b.origin = 'RECORDED') t GROUP BY 1)
     SELECT m.name AS model, count(*)::int AS responses,
       count(*) FILTER (WHERE o.status = 'REFUSED')::int AS refused, count(*) FILTER (WHERE o.status = 'TRUNCATED')::int AS truncated,
       count(*) FILTER (WHERE o.status = 'FAILED')::int AS failed, count(*) FILTER (WHERE o.status = 'NOT_COLLECTED')::int AS "notCollected",
       count(*) FILTER (WHERE b.counted > 0)::int AS judged, COALESCE(sum(b.counted), 0)::int AS counted,
       COALESCE(sum(b.excluded), 0)::int AS excluded, COALESCE(sum(b.cannot), 0)::int AS "cannotJudge"
     FROM own o JOIN models m ON m.id = o.model_id LEFT JOIN per_response b ON b.id = o.id
     GROUP BY m.id, m.name, m.position ORDER BY m.position, m.name`,
    [studyId],
  )
