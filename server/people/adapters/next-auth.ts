import 'server-only'
import NextAuth, { type NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { env } from '../../platform/env'
import { DomainError } from '../../platform/errors'
import { logger } from '../../platform/logger'
import { clientAddress } from '../client-address'
import { endSignIn } from '../commands/end-sign-ins'
import { signInBySingleSignOn } from '../commands/sign-in-by-single-sign-on'
import { signInWithPassword } from '../commands/sign-in-with-password'
import { signInSchema } from '../schema'
import { longestMs } from '../sign-in-lifetime'
import { invitationOfReturnAddress, singleSignOn } from './single-sign-on'

declare module 'next-auth' {
  interface User {
    /** The row of sign_ins that the token will name. */
    signInId?: string
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    signInId?: string
  }
}

const passwordProvider = (headers: Headers) =>
  Credentials({
    credentials: { email: {}, password: {} },
    async authorize(given) {
      const input = signInSchema.safeParse(given)
      if (!input.success) return null
      const origin = {
        address: clientAddress(headers, env().ASSAY_TRUST_PROXY),
        userAgent: headers.get('user-agent'),
      }
      try {
        const signedIn = await signInWithPassword(input.data, origin)
        return signedIn && { id: signedIn.userId, signInId: signedIn.signInId }
      } catch (error) {
        // The message becomes the error code in the answer; the page has a text for this one.
        if (error instanceof DomainError && error.code === 'limited')
          throw new Error(`limited-${error.detail.waitMinutes}`)
        logger.error({ error: error instanceof Error ? error.message : String(error) }, 'sign-in failed')
        throw new Error('unavailable')
      }
    },
  })

/** Only codes and messages: what next-auth hands to a logger may hold tokens and profiles. */
const quietLogger: NextAuthOptions['logger'] = {
  error: (code, metadata) => {
    const cause = metadata instanceof Error ? metadata : metadata.error
    logger.warn({ code, error: cause instanceof Error ? cause.message : undefined }, 'authentication')
  },
  warn: code => logger.debug({ code }, 'authentication'),
  debug: () => undefined,
}

function options(headers: Headers): NextAuthOptions {
  const single = singleSignOn()
  const useSecureCookies = env().NEXTAUTH_URL.startsWith('https://')
  return {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies,
    // The token only names a row of sign_ins; that row says, on every request, whether it is still good.
    session: { strategy: 'jwt', maxAge: longestMs / 1000 },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: [passwordProvider(headers), ...(single ? [single.provider] : [])],
    logger: quietLogger,
    callbacks: {
      async signIn({ user, account, profile }) {
        if (!single || account?.provider !== single.provider.id || !profile) return Boolean(user.signInId)
        const outcome = await signInBySingleSignOn({
          ...single.identityOf(profile),
          invitationToken: invitationOfReturnAddress(headers.get('cookie'), useSecureCookies),
          userAgent: headers.get('user-agent'),
        })
        if (outcome.status !== 'signed-in') return `/sign-in?error=${outcome.status}`
        user.signInId = outcome.signInId
        return true
      },
      jwt: ({ token, user }) => (user?.signInId ? { signInId: user.signInId } : token),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        if (token?.signInId) await endSignIn(token.signInId)
      },
    },
  }
}

/** next-auth's endpoints under /api/auth. */
export async function answerAuthentication(
  request: Request,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  return NextAuth(request as never, context as never, options(request.headers))
}
