import 'server-only'
import { sql } from '../platform/db'
import { DomainError } from '../platform/errors'
import { type Protocol, protocolSchema } from './schema'

const frozen = new Map<string, Protocol>()
const mostFrozen = 500

/**
 * The protocol of a study at a version. Frozen versions never change, so they are read once per process.
 * @throws not_found
 */
export async function getProtocol(studyId: string, version: number): Promise<Protocol> {
  const key = `${studyId}:${version}`
  const kept = frozen.get(key)
  if (kept) return kept
  const [row] = await sql<{ definition: unknown; frozen: boolean }>(
    'get_protocol',
    'SELECT definition, frozen_at IS NOT NULL AS frozen FROM protocols WHERE study_id = $1 AND version = $2',
    [studyId, version],
  )
  if (!row) throw new DomainError('not_found', 'There is no such protocol version.')
  const protocol = protocolSchema.parse(row.definition)
  if (row.frozen) {
    if (frozen.size >= mostFrozen) frozen.clear()
    frozen.set(key, protocol)
  }
  return protocol
}
