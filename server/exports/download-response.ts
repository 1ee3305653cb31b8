// Answers of download addresses: an attachment, or one plain line that says why not.
import { DomainError, type DomainErrorCode } from '../platform/errors'

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

/** A CSV file in UTF-8 under a name of any script. */
export function csvResponse(fileName: string, body: string | ReadableStream<Uint8Array>): Response {
  const ascii = fileName.replace(/[^\w.-]/g, '_')
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** The refusal of an expected failure; anything else is thrown again. */
export function refusalResponse(error: unknown): Response {
  if (!(error instanceof DomainError)) throw error
  return new Response(`${error.message}\n`, {
    status: statusOf[error.code],
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}
