import 'server-only'
import { now } from '../../platform/clock'
import { sql } from '../../platform/db'
import type { AdminAccess } from '../access'
import { apiKeyState } from '../api-key-state'
import type { ApiKeyState, ApiScope } from '../schema'

export interface ApiKeySummary {
  id: string
  name: string
  prefix: string
  scopes: ApiScope[]
  studySlug: string | null
  studyName: string | null
  /** Null: the operator. */
  createdBy: string | null
  createdAt: Date
  /** To the minute. */
  lastUsedAt: Date | null
  expiresAt: Date | null
  state: ApiKeyState
}

interface Row extends Omit<ApiKeySummary, 'state'> {
  revokedAt: Date | null
  hasAdmin: boolean
}

/** All keys, the newest first; at most 500. Their secrets cannot be shown again. */
export async function listApiKeys(_admin: AdminAccess): Promise<ApiKeySummary[]> {
  const rows = await sql<Row>(
    'list_api_keys',
    `SELECT k.id, k.name, k.prefix, k.scopes::text[] AS scopes, t.slug AS "studySlug", t.name AS "studyName", u.name AS "createdBy",
       k.created_at AS "createdAt", k.last_used_at AS "lastUsedAt", k.expires_at AS "expiresAt", k.revoked_at AS "revokedAt",
       k.created_by_id IS NULL OR (u.disabled_at IS NULL AND u.role = 'ADMIN') AS "hasAdmin"
     FROM api_keys k LEFT JOIN users u ON u.id = k.created_by_id LEFT JOIN studies t ON t.id = k.study_id
     ORDER BY k.created_at DESC, k.id LIMIT 500`,
    [],
  )
  const at = now()
  return rows.map(({ revokedAt, hasAdmin, ...row }) => ({
    ...row,
    state: apiKeyState({ revokedAt, expiresAt: row.expiresAt, hasAdmin }, at),
  }))
}
