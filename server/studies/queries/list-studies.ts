import 'server-only'
import type { AdminAccess } from '../../people/access'
import { sql } from '../../platform/db'
import type { ListStudies, StudyState } from '../schema'

export interface StudySummary {
  id: string
  slug: string
  name: string
  state: StudyState
  preset: string
  isArchived: boolean
  isBlind: boolean
  isUnblinded: boolean
  createdAt: Date
  items: number
  /** Judgments that the study needs; 0 before it opens. */
  places: number
  judged: number
  /** Judgments that were imported. */
  recorded: number
  annotators: number
  openFlags: number
}

/** All studies, the newest first; at most 500. Counts come from indexes alone. */
export async function listStudies(_admin: AdminAccess, filter: ListStudies): Promise<StudySummary[]> {
  return sql<StudySummary>(
    'list_studies',
    `SELECT t.id, t.slug, t.name, t.state, t.preset, t.archived_at IS NOT NULL AS "isArchived",
       COALESCE((p.definition->>'blindAdmins')::boolean, true) AS "isBlind", t.unblinded_at IS NOT NULL AS "isUnblinded",
       t.created_at AS "createdAt",
       (SELECT count(*) FROM items i WHERE i.study_id = t.id AND i.purpose = 'STUDY')::int AS items,
       (SELECT count(*) FROM places l WHERE l.study_id = t.id AND l.for_user_id IS NULL)::int AS places,
       (SELECT count(*) FROM places l WHERE l.study_id = t.id AND l.state = 'JUDGED' AND l.for_user_id IS NULL)::int AS judged,
       (SELECT count(*) FROM judgments j WHERE j.study_id = t.id AND j.origin = 'RECORDED' AND j.is_current)::int AS recorded,
       (SELECT count(*) FROM study_annotators m WHERE m.study_id = t.id AND m.removed_at IS NULL)::int AS annotators,
       (SELECT count(*) FROM item_flags f WHERE f.study_id = t.id AND f.resolved_at IS NULL)::int AS "openFlags"
     FROM studies t LEFT JOIN protocols p ON p.study_id = t.id AND p.version = t.protocol_version
     WHERE (t.archived_at IS NOT NULL) = $1 AND ($2::text IS NULL OR t.state::text = $2)
       AND ($3 = '' OR strpos(lower(t.name), lower($3)) > 0 OR strpos(t.slug, lower($3)) > 0)
     ORDER BY t.created_at DESC LIMIT 500`,
    [filter.archived, filter.state, filter.search],
  )
}
