import 'server-only'
import { decode } from 'next-auth/jwt'
import { sql } from '../../platform/db'
import { env } from '../../platform/env'
import { logger } from '../../platform/logger'
import { idleMs, longestMs, renewalMs } from '../sign-in-lifetime'

/** Secure cookies have another name, as next-auth decides by the address. */
export const sessionCookieName = () =>
  env().NEXTAUTH_URL.startsWith('https://') ? '__Secure-next-auth.session-token' : 'next-auth.session-token'

interface Decoded {
  signInId: string
  expiresAtMs: number
  renewedAtMs: number
}

const most = 5000
const decoded = new Map<string, Decoded>()

/** A sign-in in use goes on. Nobody waits for it: should it fail, the next request after a while tries again. */
function renew(signInId: string): void {
  sql(
    'renew_sign_in',
    `UPDATE sign_ins SET expires_at = least(created_at + $2 * interval '1 millisecond', now() + $3 * interval '1 millisecond')
     WHERE id = $1 AND revoked_at IS NULL AND expires_at > now()`,
    [signInId, longestMs, idleMs],
  ).catch((error: Error) => logger.warn({ error: error.message }, 'a sign-in could not be renewed'))
}

function readCookie(header: string, name: string): string | null {
  const whole: string[] = []
  for (const part of header.split(';')) {
    const at = part.indexOf('=')
    const key = part.slice(0, at).trim()
    if (key === name) return decodeURIComponent(part.slice(at + 1).trim())
    // next-auth cuts long tokens into numbered pieces
    if (key.startsWith(`${name}.`)) whole[Number(key.slice(name.length + 1))] = part.slice(at + 1).trim()
  }
  return whole.length > 0 ? whole.join('') : null
}

/**
 * The sign-in that a request's cookie names, or null. The token is only decrypted once (its content cannot change);
 * whether the sign-in is still good is asked of the database by every gate.
 */
export async function findSignInId(cookieHeader: string | null): Promise<string | null> {
  const token = cookieHeader ? readCookie(cookieHeader, sessionCookieName()) : null
  if (!token) return null
  const kept = decoded.get(token)
  const nowMs = Date.now()
  if (kept && kept.expiresAtMs > nowMs) {
    if (kept.renewedAtMs + renewalMs < nowMs) {
      kept.renewedAtMs = nowMs
      renew(kept.signInId)
    }
    return kept.signInId
  }
  const secret = env().NEXTAUTH_SECRET
  const payload = secret ? await decode({ token, secret }).catch(() => null) : null
  if (!payload || typeof payload.signInId !== 'string') return null
  if (decoded.size >= most) decoded.clear()
  const expiresAtMs = Number(payload.exp ?? 0) * 1000
  // Renewed at the next use: this process does not know when another one did.
  decoded.set(token, { signInId: payload.signInId, expiresAtMs, renewedAtMs: 0 })
  return payload.signInId
}
