import 'server-only'
import type { PoolClient } from 'pg'
import { sql } from '../../platform/db'
import type { AppliedFilter } from './apply-filter'

/**
 * What results of a study rest on. As long as it is the same, nothing has changed: every change of what is there is in the
 * audit trail; what annotators do is seen by the judgments that have come since.
 */
export interface StudyBasis {
  /** The database's time of reading, before anything else was read. */
  at: string
  /** The last entry of the trail that may concern results. */
  audit: string
  /** Judgments of the ten seconds before `at`, and since: one that was under way at `at` is seen, too. */
  recent: number
  /** What is found out later about judgments and items, where the filter asks for it. */
  found: string
}

/** Acts that change no result. Whatever is not named here does. */
const harmless = ['api-key', 'export', 'invitation', 'message', 'person']

const overlap = "interval '10 seconds'"

const foundOf = ({ filter }: AppliedFilter): string => {
  const parts = [
    ...(filter.without.includes('too-fast')
      ? [
          "(SELECT count(*) || ' ' || COALESCE(max(checked_at)::text, '') FROM judgment_checks WHERE study_id = $1 AND too_fast)",
        ]
      : []),
    ...(filter.without.includes('flagged')
      ? ["(SELECT count(*) || ' ' || COALESCE(max(created_at)::text, '') FROM item_flags WHERE study_id = $1)"]
      : []),
  ]
  return parts.length === 0 ? "''" : parts.join(" || ' ' || ")
}

/** The basis as it is now; with `since`, `recent` counts from ten seconds before that, so that the two can be compared. */
export async function readBasis(applied: AppliedFilter, since: string | null = null): Promise<StudyBasis> {
  const [row] = await sql<StudyBasis>(
    `results_basis_${applied.shape}`,
    `SELECT now()::text AS at, ${foundOf(applied)} AS found,
       COALESCE((SELECT seq FROM audit_entries WHERE study_id = $1 AND split_part(action, '.', 1) <> ALL ($2::text[]) ORDER BY seq DESC LIMIT 1), 0)::text AS audit,
       (SELECT count(*)::int FROM judgments WHERE study_id = $1 AND submitted_at > COALESCE($3::timestamptz, now()) - ${overlap}) AS recent`,
    [applied.values[0], harmless, since],
  )
  if (!row) throw new Error('a study that was proven is gone')
  return row
}

/** Items that were judged since a basis was read, or in the ten seconds before it. */
export async function listJudgedSince(client: PoolClient, studyId: string, since: string): Promise<string[]> {
  const { rows } = await client.query<{ item_id: string }>(
    `SELECT DISTINCT item_id FROM judgments WHERE study_id = $1 AND submitted_at > $2::timestamptz - ${overlap}`,
    [studyId, since],
  )
  return rows.map(row => row.item_id)
}

/** Whether nothing has changed: `then` as stored, `now` as read since then. */
export const isSameBasis = (then: StudyBasis, now: StudyBasis): boolean =>
  then.audit === now.audit && then.recent === now.recent && then.found === now.found
