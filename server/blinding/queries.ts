import 'server-only'
import type { AssignmentAccess } from '../people/access'
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
