import 'server-only'
import type { AssignmentAccess, StudyAccess } from '../people/access'
import { sql } from '../platform/db'
import { DomainError } from '../platform/errors'
import { type BlindedAssignment, mintBlindedAssignment } from './blinded-response'
import type { Shown } from './reveal-state'

/** What the annotator may see of their own assignment. @throws not_found */
export async function getBlindedAssignment(access: AssignmentAccess, protocol: Shown): Promise<BlindedAssignment> {
  const [row] = await sql<{ content: unknown }>('blinded_assignment', 'SELECT blinded_assignment($1) AS content', [
    access.assignmentId,
  ])
  if (!row?.content) throw new DomainError('not_found', 'There is no such assignment among yours.')
  return mintBlindedAssignment(row.content, protocol)
}

/**
 * What an annotator had before them when they judged, for whoever reviews it: slots, and nothing about where a response
 * is from. `rubric`: the version that was judged by; 0: the newest. @throws not_found
 */
export async function getJudgedContent(
  study: StudyAccess,
  assignment: string,
  protocol: Shown,
  rubric: number,
): Promise<BlindedAssignment> {
  const [row] = await sql<{ content: unknown; points: unknown }>(
    'judged_content',
    `SELECT blinded_assignment(a.id) AS content, (SELECT r.points FROM rubrics r WHERE r.item_id = a.item_id AND r.version = $3) AS points
     FROM assignments a WHERE a.id = $1 AND a.study_id = $2`,
    [assignment, study.studyId, rubric],
  )
  if (!row?.content) throw new DomainError('not_found', 'There is no such assignment in this study.')
  const content = row.points ? { ...row.content, rubric: { version: rubric, points: row.points } } : row.content
  return mintBlindedAssignment(content, protocol)
}
