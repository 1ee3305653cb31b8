import { Readable } from 'node:stream'
import { byteRange } from '@/server/exports/byte-range'
import { fileHeaders, refusalResponse } from '@/server/exports/download-response'
import { isKnown, isOtherThanWanted } from '@/server/exports/etag-conditions'
import { openExportFile } from '@/server/exports/queries/open-export-file'
import { requireStudy } from '@/server/people/queries'
import { DomainError } from '@/server/platform/errors'
import { createContext } from '@/server/trpc/context'

export const dynamic = 'force-dynamic'

interface ExportRoute {
  params: Promise<{ study: string; export: string }>
}

/** The file of an export; `Range` with `If-Range` goes on where an interrupted download ended. Next answers HEAD with it, too. */
export async function GET(request: Request, { params }: ExportRoute): Promise<Response> {
  try {
    const { study, export: exportId } = await params
    const { signInId } = await createContext(request)
    const file = await openExportFile(await requireStudy(signInId, study), exportId)
    const headers = fileHeaders(file)
    if (isOtherThanWanted(request.headers, headers.etag))
      throw new DomainError('unavailable', 'The file is another version than the one you asked for.')
    if (isKnown(request.headers, headers.etag)) return new Response(null, { status: 304, headers })
    const range = byteRange(request.headers, file.byteSize, headers.etag)
    if (range === 'unsatisfiable')
      return new Response(null, { status: 416, headers: { 'content-range': `bytes */${file.byteSize}` } })
    const body = Readable.toWeb(Readable.from(file.read(range), { objectMode: false })) as ReadableStream<Uint8Array>
    if (range === null) return new Response(body, { headers: { ...headers, 'content-length': String(file.byteSize) } })
    return new Response(body, {
      status: 206,
      headers: {
        ...headers,
        'content-length': String(range.last - range.first + 1),
        'content-range': `bytes ${range.first}-${range.last}/${file.byteSize}`,
      },
    })
  } catch (error) {
    return refusalResponse(error)
  }
}
