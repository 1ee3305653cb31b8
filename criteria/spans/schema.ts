import { z } from 'zod'
import { baseShape, hasDistinctIds, partIdSchema, words } from '../base-schema'

const partName = z.string().trim().min(1).max(60)

/** Errors marked in the text of a response, or in the source where something is missing. */
export const spansSchema = z.strictObject({
  kind: z.literal('spans'),
  ...baseShape,
  scope: z.literal('response'),
  /** Whether the source (the last message) can be marked, too: for what the response leaves out. */
  source: z.boolean(),
  categories: z
    .array(z.strictObject({ id: partIdSchema, label: partName, group: z.string().max(60).default('') }))
    .min(1)
    .max(60)
    .refine(hasDistinctIds, 'Two categories have the same id.'),
  /** The lightest first. `weight`: what one such error counts for (MQM). */
  severities: z
    .array(z.strictObject({ id: partIdSchema, label: partName, weight: z.number().min(0).max(100) }))
    .min(1)
    .max(6)
    .refine(hasDistinctIds, 'Two severities have the same id.'),
})
export type SpansCriterion = z.infer<typeof spansSchema>

/** `start` and `end` count UTF-16 code units of the raw text of one turn (or message); `end` is behind the last one. */
export const spanSchema = z
  .strictObject({
    part: z.enum(['response', 'source']),
    /** Index of the turn; of the message in a source. */
    turn: z.number().int().min(0).max(1000),
    start: z.number().int().min(0),
    end: z.number().int().min(1).max(10_000_000),
    category: partIdSchema,
    severity: partIdSchema,
    note: words(1000).optional(),
  })
  .refine(span => span.end > span.start, { path: ['end'], message: 'A span has at least one character.' })
export type Span = z.infer<typeof spanSchema>

/** The rating of spans: at least one; no rating at all: nothing was marked. */
export const spansChoiceSchema = z.strictObject({
  kind: z.literal('spans'),
  spans: z.array(spanSchema).min(1).max(200),
})
export type SpansChoice = z.infer<typeof spansChoiceSchema>
