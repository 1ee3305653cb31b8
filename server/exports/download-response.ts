// Answers of download addresses: an attachment, or one plain line that says why not.
import { DomainError, type DomainErrorCode } from '../platform/errors'
import type { TableFile } from './table-file'

const statusOf: Record<DomainErrorCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 400,
  conflict: 409,
  blinded: 403,
  limited: 429,
  unavailable: 412,
}

type Body = string | ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>

/** An attachment, texts in UTF-8, under a name of any script. */
function attachment(type: string, fileName: string, body: Body, headers: Record<string, string> = {}): Response {
  const ascii = fileName.replace(/[^\w.-]/g, '_')
  return new Response(body, {
    headers: {
      'content-type': body instanceof Uint8Array ? type : `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  })
}

export const csvResponse = (fileName: string, body: Body) => attachment('text/csv', fileName, body)

export const tableResponse = (name: string, { ending, type, body }: TableFile) =>
  attachment(type, `${name}.${ending}`, body)

export const jsonLinesResponse = (fileName: string, body: Body, headers?: Record<string, string>) =>
  attachment('application/x-ndjson', fileName, body, headers)

/** The refusal of an expected failure; anything else is thrown again. */
export function refusalResponse(error: unknown): Response {
  if (!(error instanceof DomainError)) throw error
  return new Response(`${error.message}\n`, {
    status: statusOf[error.code],
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}
