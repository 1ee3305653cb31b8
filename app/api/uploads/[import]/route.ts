import { getReceivedBytes, receiveChunk } from '@/server/items/commands/upload-import'
import { uploadChunkBytes } from '@/server/items/schema'
import { requireStudy } from '@/server/people/queries'
import { DomainError } from '@/server/platform/errors'
import { logger } from '@/server/platform/logger'
import { createContext } from '@/server/trpc/context'

export const dynamic = 'force-dynamic'

const statuses: Partial<Record<DomainError['code'], number>> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  invalid: 400,
}

type Params = { params: Promise<{ import: string }> }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function answer(request: Request, { params }: Params, act: (study: Study, id: string) => Promise<number>) {
  try {
    const { import: id } = await params
    const context = await createContext(request)
    const study = await requireStudy(context.signInId, new URL(request.url).searchParams.get('study') ?? '')
    if (!uuid.test(id)) throw new DomainError('not_found', 'There is no such import.')
    return Response.json({ received: await act(study, id) }, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    if (error instanceof DomainError)
      return Response.json({ message: error.message }, { status: statuses[error.code] ?? 400 })
    logger.error({ error: error instanceof Error ? error.message : String(error) }, 'an upload failed')
    return Response.json({ message: 'The upload failed on the server.' }, { status: 500 })
  }
}
type Study = Awaited<ReturnType<typeof requireStudy>>

/** How many bytes are here: where an interrupted upload goes on. */
export const GET = (request: Request, context: Params) =>
  answer(request, context, (study, id) => getReceivedBytes(study, id))

/** One piece of a file as the raw body, at ?offset, with its SHA-256 (hex) in x-chunk-sha256. */
export async function PUT(request: Request, context: Params) {
  const site = request.headers.get('sec-fetch-site')
  if (site && site !== 'same-origin') return new Response(null, { status: 403 })
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!(length > 0 && length <= uploadChunkBytes)) return new Response(null, { status: 413 })
  const offset = Number(new URL(request.url).searchParams.get('offset') ?? Number.NaN)
  if (!Number.isSafeInteger(offset) || offset < 0) return new Response(null, { status: 400 })
  return answer(request, context, async (study, id) => {
    const bytes = new Uint8Array(await request.arrayBuffer())
    // A connection that breaks in the middle of a body.
    if (bytes.length !== length) throw new DomainError('invalid', 'A piece of the file arrived cut.')
    return receiveChunk(study, id, { offset, bytes, sha256: request.headers.get('x-chunk-sha256') ?? '' })
  })
}
