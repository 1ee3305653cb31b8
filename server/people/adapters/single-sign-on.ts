import 'server-only'
import type { Profile } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { env } from '../../platform/env'
import { logger } from '../../platform/logger'
import type { SingleSignOnIdentity } from '../commands/sign-in-by-single-sign-on'

interface Claims extends Profile {
  email_verified?: boolean | string
}

/** The name of the configured single sign-on, or null: there is none. */
export const singleSignOnName = (): string | null => (env().OIDC_ISSUER ? env().OIDC_NAME : null)

/** OpenID Connect as configured, or null. */
export function singleSignOn() {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = env()
  if (!issuer) return null
  const provider: OAuthConfig<Claims> = {
    id: 'oidc',
    name,
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    authorization: { params: { scope: 'openid email profile' } },
    checks: ['pkce', 'state', 'nonce'],
    idToken: true,
    httpOptions: { timeout: 10_000 },
    userinfo: {
      // The identity token has been checked by now. Many providers name the e-mail only at the other end point.
      async request({ client, tokens }) {
        const claims: Claims = JSON.parse(Buffer.from(tokens.id_token?.split('.')[1] ?? '', 'base64url').toString())
        const isComplete = claims.email !== undefined && claims.email_verified !== undefined
        if (isComplete || !client.issuer.metadata.userinfo_endpoint || !tokens.access_token) return claims
        const more = await client.userinfo(tokens.access_token)
        if (more.sub === claims.sub) return { ...claims, ...more }
        logger.warn('the single sign-on answered about somebody else')
        return claims
      },
    },
    profile: claims => ({ id: claims.sub ?? '', name: claims.name, email: claims.email }),
  }
  const identityOf = (claims: Claims): SingleSignOnIdentity => ({
    issuer,
    subject: claims.sub ?? '',
    email: claims.email?.trim().toLowerCase() ?? null,
    isEmailVerified: claims.email_verified === true || claims.email_verified === 'true',
    name: claims.name?.trim() || null,
  })
  return { provider, identityOf }
}

/**
 * The invitation that somebody was looking at when they chose single sign-on: the address they return to is its page.
 * Kept by next-auth in a cookie that scripts cannot read.
 */
export function invitationOfReturnAddress(cookieHeader: string | null, isSecure: boolean): string | null {
  const name = `${isSecure ? '__Secure-' : ''}next-auth.callback-url=`
  const cookie = cookieHeader
    ?.split(';')
    .map(part => part.trim())
    .find(part => part.startsWith(name))
  const address = decodeURIComponent(cookie?.slice(name.length) ?? '')
  if (!URL.canParse(address)) return null
  return /^\/(?:invite|setup)\/([\w-]{20,100})$/.exec(new URL(address).pathname)?.[1] ?? null
}
