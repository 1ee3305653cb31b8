import { docsPage } from '@/server/api/docs-page'
import { apiDocument } from '@/server/api/queries/api-document'

export const dynamic = 'force-dynamic'

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The same document for people to read: a page without a script. */
export const GET = () =>
  new Response(docsPage(apiDocument()), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    },
  })
