import { z } from 'zod'
import { baseShape, hasDistinctIds, partIdSchema, scopeSchema, words } from '../base-schema'

const isHundredth = (value: number) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-9

/** One point of a scoring standard. */
export const rubricPointSchema = z.strictObject({
  id: partIdSchema,
  text: z.string().trim().min(1, 'The point needs a text.').max(4000),
  maximum: z.number().positive('A point is worth more than 0.').max(1000).refine(isHundredth, 'At most two decimals.'),
  /** met: all or nothing. partly: all, half or nothing. points: any number with two decimals up to the maximum. */
  grading: z.enum(['met', 'partly', 'points']),
  /** What it counts for in the score of the response. Null: its maximum. */
  weight: z.number().positive().max(1000).nullable().default(null),
})
export type RubricPoint = z.infer<typeof rubricPointSchema>

export const rubricPointsSchema = z
  .array(rubricPointSchema)
  .min(1, 'A rubric has at least one point.')
  .max(100, 'At most 100 points.')
  .refine(hasDistinctIds, 'Two points have the same id.')

/** A point of an item's rubric: `since` is the version from which on it reads as it does. Absent: the first. */
export const itemPointSchema = rubricPointSchema.extend({ since: z.number().int().min(1).optional() })

/** The item's rubric as it is judged by. */
export const rubricSchema = z.strictObject({
  version: z.number().int().min(1),
  points: z.array(itemPointSchema).min(1).max(100),
})
export type Rubric = z.infer<typeof rubricSchema>
export type ItemPoint = Rubric['points'][number]

/** Points that are met, partly met, or not. Those of the item's rubric, or the same for every item. */
export const checklistSchema = z.strictObject({
  kind: z.literal('checklist'),
  ...baseShape,
  scope: scopeSchema,
  points: z.discriminatedUnion('from', [
    /** An item without a rubric is not asked. */
    z.strictObject({ from: z.literal('item') }),
    z.strictObject({ from: z.literal('protocol'), points: rubricPointsSchema }),
  ]),
  /** Whether a point that is not fully met needs a reason. */
  reasons: z.enum(['deductions', 'optional', 'none']).default('deductions'),
})
export type ChecklistCriterion = z.infer<typeof checklistSchema>

/** The rating of a checklist. */
export const checklistChoiceSchema = z.strictObject({
  kind: z.literal('checklist'),
  /** The rubric's version that was judged by; 0: the points stand in the protocol. */
  rubric: z.number().int().min(0),
  /** By the point's id. `earned` in hundredths of a point, so that sums stay exact. */
  points: z.record(
    partIdSchema,
    z.strictObject({ earned: z.number().int().min(0).max(100_000), reason: words(2000).optional() }),
  ),
})
export type ChecklistChoice = z.infer<typeof checklistChoiceSchema>
