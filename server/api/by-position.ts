// Pages of lists that stand in an order of numbers that never changes.
import { z } from 'zod'
import type { Page } from './cursor'

export const positionCursor = z.tuple([z.number().int()])

/** Where to go on. */
export const positionAfter = (after: unknown): number => (after as z.infer<typeof positionCursor> | null)?.[0] ?? 0

/** `rows`: one more than `limit` where there are more. */
export function byPosition<Row extends { position: number }>(rows: Row[], limit: number): Page<Row> {
  const page = rows.slice(0, limit)
  return { rows: page, next: rows.length > limit ? [page.at(-1)?.position] : null }
}
