import { describe, expect, test } from 'vitest'
import { invitationState } from './invitation-state'

describe('an invitation', () => {
  const at = new Date('2026-01-10')
  const open = { uses: 0, maxUses: 2, expiresAt: new Date('2026-01-11'), revokedAt: null }
  test.each([
    [open, 'open'],
    [{ ...open, uses: 1 }, 'open'],
    [{ ...open, uses: 2 }, 'used'],
    [{ ...open, expiresAt: at }, 'expired'],
    [{ ...open, uses: 2, expiresAt: at, revokedAt: at }, 'revoked'],
  ] as const)('%# is %s', (invitation, state) => expect(invitationState(invitation, at)).toBe(state))
})
