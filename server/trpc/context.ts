import 'server-only'
import { findSignInId } from '../people/adapters/sign-in-token'

export interface Context {
  /** From the signed cookie; proves nothing until a gate has checked it against the database. */
  signInId: string | null
  headers: Headers
}

export async function createContext(request: { headers: Headers }): Promise<Context> {
  return { signInId: await findSignInId(request.headers.get('cookie')), headers: request.headers }
}
