// What an operation found, as the body and the header fields of its answer. Nothing leaves that its schema does not name.
import type { z } from 'zod'
import { type Page, writeCursor } from './cursor'
import type { FileAnswer, Operation } from './operation'

export interface WrittenAnswer {
  status: number
  headers: Record<string, string>
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>
}

/** Plain JSON of the schema's shape: times are ISO 8601 in UTC, and what the schema does not name is left out. */
const shaped = (value: unknown, schema: z.ZodType): unknown => schema.parse(JSON.parse(JSON.stringify(value ?? null)))

const attachment = (fileName: string) =>
  `attachment; filename="${fileName.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(fileName)}`

/** One row of a list as a JSON line. */
export const lineOf = (row: unknown, schema: z.ZodType): string => `${JSON.stringify(shaped(row, schema))}\n`

/** `here`: the whole address that was asked for. `list`: what cursors are bound to. */
export function writeAnswer({ answered }: Operation, outcome: unknown, here: URL, list: string): WrittenAnswer {
  if (answered.kind === 'none') return { status: 204, headers: {}, body: '' }
  if (answered.kind === 'json') {
    const body = JSON.stringify(shaped(outcome, answered.schema))
    return { status: answered.status, headers: { 'content-type': 'application/json' }, body }
  }
  if (answered.kind === 'file') {
    const { type, body, fileName } = outcome as FileAnswer
    const full = typeof body === 'string' && !/json$/.test(type) ? `${type}; charset=utf-8` : type
    return { status: 200, headers: { 'content-type': full, 'content-disposition': attachment(fileName) }, body }
  }
  if (answered.kind === 'download') return outcome as WrittenAnswer
  const { rows, next } = outcome as Page<unknown>
  const cursor = next === null ? null : writeCursor(list, next)
  const data = rows.map(row => shaped(row, answered.row))
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (cursor) {
    const more = new URL(here)
    more.searchParams.set('cursor', cursor)
    headers.link = `<${more}>; rel="next"`
  }
  return { status: 200, headers, body: JSON.stringify({ data, next: cursor }) }
}
