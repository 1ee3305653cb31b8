// Where a page ended, as an opaque text. Pages are cut by the keys of their rows, so that rows that come or go between two
// requests neither repeat others nor hide them.
import type { z } from 'zod'
import { ApiProblem } from './api-problem'

export const writeCursor = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** @throws bad-request when it was not made by {@link writeCursor} for such pages */
export function readCursor<Key>(text: string, schema: z.ZodType<Key>): Key {
  try {
    return schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
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
