// Answers of download addresses: an attachment, or one plain line that says why not.
import { DomainError, type DomainErrorCode } from '../platform/errors'
import type { ExportFormat } from './schema'
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

/** As RFC 6266 and 8187 say it: a name for everybody, and the name itself. */
const disposition = (fileName: string) =>
  `attachment; filename="${fileName.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)}`

type Body = string | ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>

/** An attachment, texts in UTF-8, under a name of any script. */
function attachment(type: string, fileName: string, body: Body, headers: Record<string, string> = {}): Response {
  return new Response(body, {
    headers: {
      'content-type': body instanceof Uint8Array ? type : `${type}; charset=utf-8`,
      'content-disposition': disposition(fileName),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  })
}

const types: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
  latex: 'application/x-tex; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
}

/** A file that is made while it is read: its length is not known, and it cannot be read in parts. */
export const streamResponse = (
  { fileName, format }: { fileName: string; format: ExportFormat },
  body: ReadableStream<Uint8Array>,
) =>
  new Response(body, {
    headers: {
      'content-type': types[format],
      'content-disposition': disposition(fileName),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })

/** Of a file that does not change: whoever was interrupted may go on by its strong tag. */
export const fileHeaders = ({
  fileName,
  format,
  sha256,
}: {
  fileName: string
  format: ExportFormat
  sha256: string
}) => ({
  'content-type': types[format],
  'content-disposition': disposition(fileName),
  // Compressed on the way, parts of it would not fit together.
  'cache-control': 'private, no-store, no-transform',
  'x-content-type-options': 'nosniff',
  'accept-ranges': 'bytes',
  etag: `"${sha256}"`,
})

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
