import 'server-only'
import { sql } from '../platform/db'
import { DomainError } from '../platform/errors'
import {
  type AdminAccess,
  type AssignmentAccess,
  type MemberAccess,
  mintAdminAccess,
  mintAssignmentAccess,
  mintMemberAccess,
  mintStudyAccess,
  type StudyAccess,
} from './access'
import { findLocale } from './locale'
import { type Actor, operator, type Role } from './schema'

// Every gate is one statement: it checks the sign-in, the person and the thing asked for together, on every request.

interface ActorRow {
  user_id: string
  name: string
  email: string
  role: Role
  welcomed: boolean
  toured: boolean
  locale: string | null
}

const signedIn = `sign_ins s JOIN users u ON u.id = s.user_id
  WHERE s.id = $1 AND s.revoked_at IS NULL AND s.expires_at > now() AND u.disabled_at IS NULL`
const actorColumns =
  'u.id AS user_id, u.name, u.email, u.role, u.welcomed_at IS NOT NULL AS welcomed, u.toured_at IS NOT NULL AS toured, u.locale'

const toActor = (signInId: string, row: ActorRow): Actor => ({
  userId: row.user_id,
  signInId,
  name: row.name,
  email: row.email,
  role: row.role,
  welcomed: row.welcomed,
  toured: row.toured,
  locale: findLocale(row.locale),
})

const signInFirst = () => new DomainError('unauthenticated', 'Please sign in.')

/** Who is signed in, or null: revoked, expired and disabled count as nobody. */
export async function findActor(signInId: string | null): Promise<Actor | null> {
  if (!signInId) return null
  const [row] = await sql<ActorRow>('find_actor', `SELECT ${actorColumns} FROM ${signedIn}`, [signInId])
  return row ? toActor(signInId, row) : null
}

/** @throws unauthenticated */
export async function requireActor(signInId: string | null): Promise<Actor> {
  const actor = await findActor(signInId)
  if (!actor) throw signInFirst()
  return actor
}

/** @throws unauthenticated, forbidden */
export async function requireAdmin(signInId: string | null): Promise<AdminAccess> {
  const actor = await requireActor(signInId)
  if (actor.role !== 'ADMIN') throw new DomainError('forbidden', 'Only admins can do this.')
  return mintAdminAccess(actor)
}

interface StudyRow {
  study_id: string | null
  slug: string
  state: StudyAccess['state']
  protocol_version: number
  sealed: boolean
}

/** An admin's access to a study named by id or slug. @throws unauthenticated, forbidden, not_found */
export async function requireStudy(signInId: string | null, study: string): Promise<StudyAccess> {
  if (!signInId) throw signInFirst()
  const [row] = await sql<ActorRow & StudyRow>(
    'require_study',
    `SELECT ${actorColumns}, t.id AS study_id, t.slug, t.state, t.protocol_version,
       (p.definition->>'blindAdmins')::boolean AND (t.state <> 'CLOSED' OR t.unblinded_at IS NULL) AS sealed
     FROM sign_ins s JOIN users u ON u.id = s.user_id
       LEFT JOIN studies t ON t.slug = $2 OR t.id::text = $2
       LEFT JOIN protocols p ON p.study_id = t.id AND p.version = t.protocol_version
     WHERE s.id = $1 AND s.revoked_at IS NULL AND s.expires_at > now() AND u.disabled_at IS NULL
     ORDER BY t.id::text = $2 DESC LIMIT 1`,
    [signInId, study],
  )
  if (!row) throw signInFirst()
  if (row.role !== 'ADMIN') throw new DomainError('forbidden', 'Only admins can do this.')
  if (!row.study_id) throw new DomainError('not_found', 'There is no such study.')
  return mintStudyAccess({
    actor: toActor(signInId, row),
    studyId: row.study_id,
    slug: row.slug,
    state: row.state,
    protocolVersion: row.protocol_version,
    sealed: row.sealed,
  })
}

/** An annotator's access to a study that they are a member of; drafts and archived studies are not there for them. @throws unauthenticated, not_found */
export async function requireMember(signInId: string | null, study: string): Promise<MemberAccess> {
  if (!signInId) throw signInFirst()
  const [row] = await sql<ActorRow & StudyRow>(
    'require_member',
    `SELECT ${actorColumns}, t.id AS study_id, t.slug, t.state, t.protocol_version, false AS sealed
     FROM sign_ins s JOIN users u ON u.id = s.user_id
       LEFT JOIN (study_annotators m JOIN studies t ON t.id = m.study_id AND t.state <> 'DRAFT' AND t.archived_at IS NULL)
         ON m.user_id = u.id AND m.removed_at IS NULL AND (t.slug = $2 OR t.id::text = $2)
     WHERE s.id = $1 AND s.revoked_at IS NULL AND s.expires_at > now() AND u.disabled_at IS NULL LIMIT 1`,
    [signInId, study],
  )
  if (!row) throw signInFirst()
  if (!row.study_id) throw new DomainError('not_found', 'There is no such study among yours.')
  return mintMemberAccess({
    actor: toActor(signInId, row),
    studyId: row.study_id,
    slug: row.slug,
    state: row.state,
    protocolVersion: row.protocol_version,
  })
}

interface AssignmentRow {
  assignment_id: string | null
  assignment_state: AssignmentAccess['assignmentState']
  study_id: string
  study_state: AssignmentAccess['studyState']
  protocol_version: number
  slot_count: number
  rubric: AssignmentAccess['rubric']
  omitted: string[]
  occasion: AssignmentAccess['occasion']
  purpose: AssignmentAccess['purpose']
  category: string | null
  has_reference: boolean
  is_revealed: boolean
}

/** An annotator's access to an own assignment. Somebody else's is as if it did not exist. @throws unauthenticated, not_found */
export async function requireAssignment(signInId: string | null, assignmentId: string): Promise<AssignmentAccess> {
  if (!signInId) throw signInFirst()
  const [row] = await sql<ActorRow & AssignmentRow>(
    'require_assignment',
    `SELECT ${actorColumns}, a.id AS assignment_id, a.state AS assignment_state, t.id AS study_id, t.state AS study_state,
       t.protocol_version, cardinality(p.slot_order) AS slot_count, p.omitted, a.occasion, i.purpose,
       '' <> ANY (i."references") AS has_reference, (SELECT c.code FROM categories c WHERE c.id = i.category_id) AS category,
       a.revealed_at IS NOT NULL AS is_revealed,
       (SELECT json_build_object('version', r.version, 'points', r.points) FROM rubrics r
        WHERE r.item_id = i.id ORDER BY r.version DESC LIMIT 1) AS rubric
     FROM sign_ins s JOIN users u ON u.id = s.user_id
       LEFT JOIN (assignments a JOIN studies t ON t.id = a.study_id JOIN places p ON p.id = a.place_id JOIN items i ON i.id = a.item_id)
         ON a.user_id = u.id AND a.id = $2
     WHERE s.id = $1 AND s.revoked_at IS NULL AND s.expires_at > now() AND u.disabled_at IS NULL`,
    [signInId, assignmentId],
  )
  if (!row) throw signInFirst()
  if (!row.assignment_id) throw new DomainError('not_found', 'There is no such assignment among yours.')
  return mintAssignmentAccess({
    actor: toActor(signInId, row),
    assignmentId: row.assignment_id,
    assignmentState: row.assignment_state,
    studyId: row.study_id,
    studyState: row.study_state,
    protocolVersion: row.protocol_version,
    slotCount: row.slot_count,
    rubric: row.rubric,
    omitted: row.omitted,
    occasion: row.occasion,
    purpose: row.purpose,
    category: row.category,
    hasReference: row.has_reference,
    isRevealed: row.is_revealed,
  })
}

/**
 * For jobs only: the access to a study of whoever asked for the work (null: the operator), as it is now.
 * @throws forbidden (no enabled admin any more), not_found
 */
export async function requireJobStudy(userId: string | null, studyId: string): Promise<StudyAccess> {
  const [row] = await sql<Partial<ActorRow> & StudyRow>(
    'require_job_study',
    `SELECT ${actorColumns}, t.id AS study_id, t.slug, t.state, t.protocol_version,
       (p.definition->>'blindAdmins')::boolean AND (t.state <> 'CLOSED' OR t.unblinded_at IS NULL) AS sealed
     FROM studies t JOIN protocols p ON p.study_id = t.id AND p.version = t.protocol_version
       LEFT JOIN users u ON u.id = $1 AND u.role = 'ADMIN' AND u.disabled_at IS NULL
     WHERE t.id = $2`,
    [userId, studyId],
  )
  if (!row) throw new DomainError('not_found', 'There is no such study.')
  if (userId !== null && row.user_id !== userId)
    throw new DomainError('forbidden', 'Whoever asked for this is no admin any more.')
  return mintStudyAccess({
    actor: userId === null ? operator : toActor(operator.signInId, row as ActorRow),
    studyId,
    slug: row.slug,
    state: row.state,
    protocolVersion: row.protocol_version,
    sealed: row.sealed,
  })
}

/** For the command line only: whoever runs it on the server may do what an admin may. */
export const requireOperator = (): AdminAccess => mintAdminAccess(operator)

/**
 * For the command line only: a study named by id, slug or a name that only one study has. The blind holds here, too.
 * @throws not_found, conflict (several studies have that name; detail.candidates lists them)
 */
export async function requireOperatorStudy(study: string): Promise<StudyAccess> {
  const found = await sql<StudyRow & { study_id: string; name: string }>(
    'require_operator_study',
    `SELECT t.id AS study_id, t.slug, t.name, t.state, t.protocol_version,
       (p.definition->>'blindAdmins')::boolean AND (t.state <> 'CLOSED' OR t.unblinded_at IS NULL) AS sealed
     FROM studies t JOIN protocols p ON p.study_id = t.id AND p.version = t.protocol_version
     WHERE t.slug = $1 OR t.id::text = lower($1) OR lower(t.name) = lower($1)
     ORDER BY t.created_at`,
    [study],
  )
  const exact = found.filter(row => row.slug === study || row.study_id === study.toLowerCase())
  const rows = exact.length === 1 ? exact : found
  if (rows.length > 1) {
    const candidates = rows.map(row => ({ slug: row.slug, id: row.study_id, name: row.name, state: row.state }))
    const named = candidates.map(row => `${row.slug} (${row.id})`).join(', ')
    throw new DomainError('conflict', `"${study}" names ${rows.length} studies: ${named}. Name one by slug or id.`, {
      candidates,
    })
  }
  const [row] = rows
  if (!row) throw new DomainError('not_found', `There is no study "${study}". "assay study list" shows them all.`)
  return mintStudyAccess({
    actor: operator,
    studyId: row.study_id,
    slug: row.slug,
    state: row.state,
    protocolVersion: row.protocol_version,
    sealed: row.sealed,
  })
}
