import { z } from 'zod'
import { baseShape, hasDistinctIds, partIdSchema, scopeSchema } from '../base-schema'

/** One label of several, or any number of them (failure tags). */
export const choiceSchema = z.strictObject({
  kind: z.literal('choice'),
  ...baseShape,
  scope: scopeSchema,
  options: z
    .array(
      z.strictObject({
        id: partIdSchema,
        label: z.string().trim().min(1, 'The label needs a text.').max(80),
        help: z.string().max(300).default(''),
      }),
    )
    .min(1, 'There must be a label to choose.')
    .max(40)
    .refine(hasDistinctIds, 'Two labels have the same id.'),
  many: z.boolean(),
  /** Something must be chosen. */
  mandatory: z.boolean(),
})
export type ChoiceCriterion = z.infer<typeof choiceSchema>

/** The rating of a choice: ids of labels, in the order of the criterion. */
export const labelsChoiceSchema = z.strictObject({
  kind: z.literal('choice'),
  labels: z.array(partIdSchema).min(1).max(40),
})
export type LabelsChoice = z.infer<typeof labelsChoiceSchema>
