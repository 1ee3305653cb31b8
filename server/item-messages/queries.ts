import 'server-only'
import type { AssignmentAccess, StudyAccess } from '../people/access'
import type { Actor } from '../people/schema'
import { sql } from '../platform/db'
import type { OwnThread, OwnThreadSummary } from './schema'

const promptStart = "left(i.messages->(jsonb_array_length(i.messages) - 1)->>'text', 160)"

/** The words about an own assignment, oldest first. */
export async function getOwnThread(access: AssignmentAccess): Promise<OwnThread> {
  const rows = await sql<{ fromAdmin: boolean; text: string; at: Date }>(
    'own_thread',
    `SELECT from_admin AS "fromAdmin", text, created_at AS at FROM item_messages
     WHERE assignment_id = $1 AND user_id = $2 ORDER BY created_at, id`,
    [access.assignmentId, access.actor.userId],
  )
  return {
    messages: rows.map(({ fromAdmin, text, at }) => ({ from: fromAdmin ? 'team' : 'me', text, at: at.toISOString() })),
  }
}

/** A person's threads in studies that are not archived, those with something new first. */
export async function listOwnThreads(actor: Actor): Promise<{ threads: OwnThreadSummary[] }> {
  const rows = await sql<Omit<OwnThreadSummary, 'lastAt' | 'lastFrom'> & { lastAt: Date; fromAdmin: boolean }>(
    'own_threads',
    `SELECT m.assignment_id AS assignment, t.slug AS study, t.name AS "studyName", COALESCE(${promptStart}, '') AS "promptStart",
       m.text AS "lastText", m.from_admin AS "fromAdmin", m.created_at AS "lastAt",
       n.unread
     FROM (SELECT DISTINCT ON (assignment_id) * FROM item_messages WHERE user_id = $1 ORDER BY assignment_id, created_at DESC, id DESC) m
       JOIN studies t ON t.id = m.study_id AND t.archived_at IS NULL
       JOIN assignments a ON a.id = m.assignment_id JOIN items i ON i.id = a.item_id
       CROSS JOIN LATERAL (SELECT count(*)::int AS unread FROM item_messages o
         WHERE o.assignment_id = m.assignment_id AND o.from_admin AND o.read_at IS NULL) n
     ORDER BY n.unread > 0 DESC, m.created_at DESC LIMIT 200`,
    [actor.userId],
  )
  return {
    threads: rows.map(({ fromAdmin, lastAt, ...row }) => ({
      ...row,
      lastFrom: fromAdmin ? ('team' as const) : ('me' as const),
      lastAt: lastAt.toISOString(),
    })),
  }
}

export interface StudyThread {
  assignment: string
  itemId: string
  externalId: string
  language: string
  category: string | null
  annotator: string
  /** From the annotator, not seen by any admin yet. */
  unread: number
  messages: { fromAdmin: boolean; author: string | null; text: string; at: string }[]
}

/** The threads of a study, the newest word first; at most 200. `unanswered`: only those whose last word is the annotator's. */
export const listStudyThreads = (study: StudyAccess, unanswered: boolean): Promise<StudyThread[]> =>
  sql<StudyThread>(
    'study_threads',
    `SELECT m.assignment_id AS assignment, i.id AS "itemId", i.external_id AS "externalId", i.language, c.name AS category, u.name AS annotator,
       count(*) FILTER (WHERE NOT m.from_admin AND m.read_at IS NULL)::int AS unread,
       json_agg(json_build_object('fromAdmin', m.from_admin, 'author', w.name, 'text', m.text, 'at', m.created_at) ORDER BY m.created_at, m.id) AS messages
     FROM item_messages m JOIN assignments a ON a.id = m.assignment_id JOIN items i ON i.id = a.item_id
       LEFT JOIN categories c ON c.id = i.category_id JOIN users u ON u.id = m.user_id LEFT JOIN users w ON w.id = m.author_id
     WHERE m.study_id = $1 GROUP BY 1, 2, 3, 4, 5, 6
     HAVING NOT $2 OR NOT (array_agg(m.from_admin ORDER BY m.created_at DESC, m.id DESC))[1]
     ORDER BY max(m.created_at) DESC LIMIT 200`,
    [study.studyId, unanswered],
  )

/** Threads of a study whose last word is the annotator's. */
export async function countUnanswered(study: StudyAccess): Promise<number> {
  const [row] = await sql<{ count: number }>(
    'count_unanswered_threads',
    `SELECT count(*)::int AS count FROM (SELECT DISTINCT ON (assignment_id) from_admin FROM item_messages
     WHERE study_id = $1 ORDER BY assignment_id, created_at DESC, id DESC) l WHERE NOT l.from_admin`,
    [study.studyId],
  )
  return row?.count ?? 0
}
