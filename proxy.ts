import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from '@/server/platform/content-security-policy'

/**
 * Headers of pages, nothing else. Who may see what is decided where the data is read: a proxy can be walked around.
 * The nonce goes out in the policy and on to the page in the request, where Next finds it for its own scripts.
 */
export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy(nonce, { isDevelopment: process.env.NODE_ENV === 'development' })
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

// Not the API: bodies that pass a proxy are cut at about 10 MB without an error, and uploads are larger.
export const config = { matcher: ['/((?!api/|_next/static|icon\\.svg).*)'] }
