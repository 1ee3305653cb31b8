import { z } from 'zod'
import { criterionIdSchema, words } from './base-schema'
import { checklistChoiceSchema, checklistSchema } from './checklist/schema'
import { choiceSchema, labelsChoiceSchema } from './choice/schema'
import { commentSchema } from './comment/schema'
import { mostCommentCharacters } from './limits'
import { preferenceChoiceSchema, preferenceSchema } from './preference/schema'
import { rankingSchema } from './ranking/schema'
import { scaleSchema } from './scale/schema'
import { spansChoiceSchema, spansSchema } from './spans/schema'

/** One thing judged. A new kind is added here, in rules.ts, entries.tsx and editors.tsx; the rest is its folder. */
export const criterionSchema = z.discriminatedUnion('kind', [
  scaleSchema,
  checklistSchema,
  preferenceSchema,
  rankingSchema,
  choiceSchema,
  spansSchema,
  commentSchema,
])
export type Criterion = z.infer<typeof criterionSchema>
export type CriterionKind = Criterion['kind']
export type CriterionOf<Kind extends CriterionKind> = Extract<Criterion, { kind: Kind }>

export const ratingChoiceSchema = z.discriminatedUnion('kind', [
  checklistChoiceSchema,
  preferenceChoiceSchema,
  labelsChoiceSchema,
  spansChoiceSchema,
])

/** One value: slot × criterion. Exactly one of value, text, choice and cannotJudge is set; which one, the kind says. */
export const ratingSchema = z
  .strictObject({
    criterion: criterionIdSchema,
    /** 1 = A. 0: the whole item. */
    slot: z.number().int().min(0).max(8),
    value: z.number().int().min(0).max(100_000).optional(),
    text: words(mostCommentCharacters).optional(),
    choice: ratingChoiceSchema.optional(),
    /** This response cannot be judged; the reason. */
    cannotJudge: words(2000).optional(),
  })
  .refine(
    rating =>
      [rating.value, rating.text, rating.choice, rating.cannotJudge].filter(part => part !== undefined).length === 1,
    { message: 'A rating has exactly one of value, text, choice and cannotJudge.' },
  )
export type Rating = z.infer<typeof ratingSchema>
