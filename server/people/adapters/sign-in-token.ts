import 'server-only'
import { decode } from 'next-auth/jwt'
import { env } from '../../platform/env'

/** Secure cookies have another name, as next-auth decides by the address. */
export const sessionCookieName = () =>
  env().NEXTAUTH_URL.startsWith('https://') ? '__Secure-next-auth.session-token' : 'next-auth.session-token'

const most = 5000
const decoded = new Map<string, { signInId: string; expiresAtMs: number }>()

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
  if (kept && kept.expiresAtMs > Date.now()) return kept.signInId
  const secret = env().NEXTAUTH_SECRET
  const payload = secret ? await decode({ token, secret }).catch(() => null) : null
  if (!payload || typeof payload.signInId !== 'string') return null
  if (decoded.size >= most) decoded.clear()
  decoded.set(token, { signInId: payload.signInId, expiresAtMs: Number(payload.exp ?? 0) * 1000 })
  return payload.signInId
}
