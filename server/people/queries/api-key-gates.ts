import 'server-only'
import { sql } from '../../platform/db'
import { DomainError } from '../../platform/errors'
import { tokenHash } from '../../platform/randomness'
import { type ApiKeyAccess, mintAdminAccess, mintApiKeyAccess, mintStudyAccess, type StudyAccess } from '../access'
import { bearerSecret } from '../api-key-secret'
import { type Actor, type ApiScope, operator } from '../schema'

// As the gates of people: one statement checks the key, who made it and the study together, on every request. The key is
// found by its hash, so that nothing about a secret can be learned from how long the search takes.

interface KeyRow {
  key_id: string
  key_name: string
  prefix: string
  scopes: ApiScope[]
  only_id: string | null
  only_slug: string | null
  expires_at: Date | null
  user_id: string | null
  name: string
  email: string
}

const keyColumns = `k.id AS key_id, k.name AS key_name, k.prefix, k.scopes::text[] AS scopes, o.id AS only_id, o.slug AS only_slug,
  k.expires_at, u.id AS user_id, u.name, u.email`
const goodKey = `api_keys k LEFT JOIN users u ON u.id = k.created_by_id LEFT JOIN studies o ON o.id = k.study_id`
const isGood = `k.secret_hash = $1 AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())
  AND (k.created_by_id IS NULL OR (u.disabled_at IS NULL AND u.role = 'ADMIN'))`

const hashOf = (header: string | null) => {
  const secret = bearerSecret(header)
  if (!secret) throw new DomainError('unauthenticated', 'This needs an API key: "Authorization: Bearer assay_…".')
  return Buffer.from(tokenHash(secret))
}

const unknownKey = () =>
  new DomainError('unauthenticated', 'This API key is not known, was revoked, or has expired. Make another one.')

function toAccess(row: KeyRow): ApiKeyAccess {
  const actor: Actor =
    row.user_id === null
      ? operator
      : { ...operator, userId: row.user_id, signInId: row.key_id, name: row.name, email: row.email }
  return mintApiKeyAccess({
    keyId: row.key_id,
    name: row.key_name,
    prefix: row.prefix,
    scopes: row.scopes,
    study: row.only_id && row.only_slug ? { id: row.only_id, slug: row.only_slug } : null,
    expiresAt: row.expires_at,
    createdBy: row.user_id === null ? null : row.name,
    admin: mintAdminAccess(actor),
  })
}

/** Whoever holds a key that is good, by the Authorization header. @throws unauthenticated */
export async function requireApiKey(authorization: string | null): Promise<ApiKeyAccess> {
  const [row] = await sql<KeyRow>('require_api_key', `SELECT ${keyColumns} FROM ${goodKey} WHERE ${isGood}`, [
    hashOf(authorization),
  ])
  if (!row) throw unknownKey()
  return toAccess(row)
}

interface StudyRow {
  study_id: string | null
  slug: string
  state: StudyAccess['state']
  protocol_version: number
  sealed: boolean
}

/**
 * A key's access to a study named by id or slug. The blind holds here, too. A study that the key does not reach is as if
 * it did not exist. @throws unauthenticated, not_found
 */
export async function requireApiKeyStudy(
  authorization: string | null,
  study: string,
): Promise<{ key: ApiKeyAccess; study: StudyAccess }> {
  const [row] = await sql<KeyRow & StudyRow>(
    'require_api_key_study',
    `SELECT ${keyColumns}, t.id AS study_id, t.slug, t.state, t.protocol_version,
       (p.definition->>'blindAdmins')::boolean AND (t.state <> 'CLOSED' OR t.unblinded_at IS NULL) AS sealed
     FROM ${goodKey}
       LEFT JOIN studies t ON (t.slug = $2 OR t.id::text = $2) AND (k.study_id IS NULL OR k.study_id = t.id)
       LEFT JOIN protocols p ON p.study_id = t.id AND p.version = t.protocol_version
     WHERE ${isGood} ORDER BY t.id::text = $2 DESC LIMIT 1`,
    [hashOf(authorization), study],
  )
  if (!row) throw unknownKey()
  if (!row.study_id) throw new DomainError('not_found', 'There is no such study.')
  const key = toAccess(row)
  return {
    key,
    study: mintStudyAccess({
      actor: key.admin,
      studyId: row.study_id,
      slug: row.slug,
      state: row.state,
      protocolVersion: row.protocol_version,
      sealed: row.sealed,
    }),
  }
}
