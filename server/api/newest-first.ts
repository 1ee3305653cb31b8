// Pages of lists that stand with the newest row first.
import { z } from 'zod'
import { cutPage, type Page } from './cursor'

/** Time and id of the last row. */
export const newestFirstCursor = z.tuple([z.iso.datetime(), z.uuid()])

/** `sorted`: by time, the newest first; rows of one time in any order. What comes meanwhile stands before the first page. */
export function newestFirst<Row extends { id: string; createdAt: Date }>(
  rows: readonly Row[],
  { limit, after }: { limit: number; after: unknown },
): Page<Row> {
  const cursor = after as z.infer<typeof newestFirstCursor> | null
  const keyOf = ({ createdAt, id }: Row) => [createdAt.toISOString(), id] as const
  const compare = (a: readonly [string, string], b: readonly [string, string]) =>
    a[0] === b[0] ? (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0) : a[0] > b[0] ? -1 : 1
  const sorted = rows.toSorted((a, b) => compare(keyOf(a), keyOf(b)))
  return cutPage(sorted, limit, row => cursor === null || compare(cursor, keyOf(row)) < 0, keyOf)
}
