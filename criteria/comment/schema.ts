import { z } from 'zod'
import { baseShape, criterionIdSchema, scopeSchema } from '../base-schema'

/** Words. Rated with `text`. */
export const commentSchema = z.strictObject({
  kind: z.literal('comment'),
  ...baseShape,
  scope: scopeSchema,
  required: z.discriminatedUnion('when', [
    z.strictObject({ when: z.literal('never') }),
    z.strictObject({ when: z.literal('always') }),
    /** When the scale `criterion` has this score or a lower one. */
    z.strictObject({ when: z.literal('at-or-below'), criterion: criterionIdSchema, score: z.number() }),
  ]),
})
export type CommentCriterion = z.infer<typeof commentSchema>
