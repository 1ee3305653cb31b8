// Where a page ended, as an opaque text. Pages are cut by the keys of their rows, so that rows that come or go between two
// requests neither repeat others nor hide them.
import type { z } from 'zod'
import { ApiProblem } from './api-problem'

/** `list`: which list it is of. */
export const writeCursor = (list: string, key: unknown): string =>
  Buffer.from(JSON.stringify([list, key])).toString('base64url')

/** @throws bad-request when it was not made by {@link writeCursor} for this list */
export function readCursor<Key>(text: string, list: string, schema: z.ZodType<Key>): Key {
  try {
    const [of, key] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (of !== list) throw new Error('of another list')
    return schema.parse(key)
  } catch {
    throw new ApiProblem('bad-request', 'The cursor is not one of this list. Take it from "next" or the Link header.')
  }
}

/** One page of rows that are all here, in the order of their keys. */
export interface Page<Row> {
  rows: Row[]
  /** The key of the last row; null: there are no more. */
  next: unknown
}

/** Cuts a page out of a whole sorted list. `isAfter`: whether a row comes after the cursor. */
export function cutPage<Row>(
  sorted: readonly Row[],
  limit: number,
  isAfter: (row: Row) => boolean,
  keyOf: (row: Row) => unknown,
): Page<Row> {
  const rest = sorted.filter(isAfter)
  const rows = rest.slice(0, limit)
  const last = rows.at(-1)
  return { rows, next: last && rest.length > limit ? keyOf(last) : null }
}
