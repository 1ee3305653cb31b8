import { z } from 'zod'
import { baseShape } from '../base-schema'

/** Which of two responses is better, and how much. Only where exactly two are shown. */
export const preferenceSchema = z.strictObject({
  kind: z.literal('preference'),
  ...baseShape,
  scope: z.literal('item'),
  /** A word for each strength, the weakest first: "slightly better" …. */
  strengths: z.array(z.string().trim().min(1).max(40)).min(1).max(4),
  tie: z.boolean(),
  bothUnusable: z.boolean(),
})
export type PreferenceCriterion = z.infer<typeof preferenceSchema>

/** The rating of a preference. `a`: the response in slot A. `strength`: 1 is the weakest; null without a winner. */
export const preferenceChoiceSchema = z
  .strictObject({
    kind: z.literal('preference'),
    prefer: z.enum(['a', 'b', 'tie', 'unusable']),
    strength: z.number().int().min(1).max(4).nullable(),
  })
  .refine(choice => (choice.strength !== null) === (choice.prefer === 'a' || choice.prefer === 'b'), {
    path: ['strength'],
    message: 'A winner has a strength; a tie has none.',
  })
export type PreferenceChoice = z.infer<typeof preferenceChoiceSchema>
