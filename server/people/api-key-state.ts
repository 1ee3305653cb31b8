// Whether a key still opens anything.
import type { ApiKeyState } from './schema'

export interface ApiKeyFacts {
  revokedAt: Date | null
  expiresAt: Date | null
  /** Whoever made it is enabled, and an admin. */
  hasAdmin: boolean
}

/** The first of the reasons for which a key opens nothing, or "active". */
export function apiKeyState({ revokedAt, expiresAt, hasAdmin }: ApiKeyFacts, at: Date): ApiKeyState {
  if (revokedAt) return 'revoked'
  if (expiresAt && expiresAt <= at) return 'expired'
  return hasAdmin ? 'active' : 'disabled'
}
