import 'server-only'
import type { StudyAccess } from '../../people/access'
import { sql } from '../../platform/db'
import type { FlagKind, ListFlags } from '../schema'

export interface StudyFlag {
  id: string
  kind: FlagKind
  note: string
  createdAt: Date
  annotator: string
  itemId: string
  externalId: string
  language: string
  category: string | null
  resolvedAt: Date | null
  resolvedBy: string | null
  resolution: string | null
  /** How many other open flags the item has. */
  others: number
}

/** What annotators said of items, open ones first come first; at most 500. Says nothing of models. */
export async function listFlags(study: StudyAccess, filter: ListFlags): Promise<StudyFlag[]> {
  return sql<StudyFlag>(
    'list_flags',
    `SELECT f.id, f.kind, f.note, f.created_at AS "createdAt", u.name AS annotator, f.item_id AS "itemId",
       i.external_id AS "externalId", i.language, c.name AS category,
       f.resolved_at AS "resolvedAt", r.name AS "resolvedBy", f.resolution,
       (SELECT count(*) FROM item_flags o WHERE o.study_id = f.study_id AND o.item_id = f.item_id AND o.id <> f.id AND o.resolved_at IS NULL)::int AS others
     FROM item_flags f JOIN users u ON u.id = f.user_id JOIN items i ON i.id = f.item_id
       LEFT JOIN categories c ON c.id = i.category_id LEFT JOIN users r ON r.id = f.resolved_by_id
     WHERE f.study_id = $1 AND (f.resolved_at IS NOT NULL) = $2
     ORDER BY CASE WHEN $2 THEN f.resolved_at END DESC, f.created_at LIMIT 500`,
    [study.studyId, filter.resolved],
  )
}
