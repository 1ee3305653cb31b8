import { z } from 'zod'
import { reasonSchema } from '../studies/schema'

/** A batch: the judgments of a person on a day (UTC). */
export const batchRefSchema = z.object({ userId: z.uuid(), day: z.iso.date() })
export type BatchRef = z.infer<typeof batchRefSchema>

/** REJECTED needs a reason; OPEN takes a decision back. */
export const decideBatchSchema = batchRefSchema.extend({
  decision: z.enum(['ACCEPTED', 'REJECTED', 'OPEN']),
  reason: reasonSchema,
})
export type DecideBatch = z.infer<typeof decideBatchSchema>
