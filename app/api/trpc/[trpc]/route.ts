import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { createContext } from '@/server/trpc/context'
import { appRouter } from '@/server/trpc/root'

export const dynamic = 'force-dynamic'

const mostBytes = 4 * 1024 * 1024
const refuse = (status: number) => new Response(null, { status })

async function answer(req: Request) {
  // Same-site cookies and the JSON content type already stop forged requests; this needs neither.
  const site = req.headers.get('sec-fetch-site')
  if (req.method !== 'GET' && site && site !== 'same-origin') return refuse(403)
  const length = req.headers.get('content-length')
  if (req.method === 'POST' && (length === null || Number(length) > mostBytes)) return refuse(413)
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req,
    router: appRouter,
    createContext: () => createContext(req),
    maxBatchSize: 10,
    responseMeta: () => ({ headers: { 'cache-control': 'no-store' } }),
  })
}

export { answer as GET, answer as POST }
