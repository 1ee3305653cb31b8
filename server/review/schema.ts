import { z } from 'zod'
import { reasonSchema, studyRefSchema } from '../studies/schema'

/** `message`: what the annotator is to look at; they never learn who wrote it. */
export const returnJudgmentSchema = z.object({ judgment: z.uuid(), message: reasonSchema })
/** `judgeAgain`: somebody else judges the item in its place. */
export const excludeJudgmentSchema = z.object({ judgment: z.uuid(), reason: reasonSchema, judgeAgain: z.boolean() })
export const restoreJudgmentSchema = z.object({ judgment: z.uuid(), reason: reasonSchema })
export const resetOpenWorkSchema = z.object({ userId: z.uuid() })
export const withdrawReturnSchema = z.object({ returned: z.uuid() })

/** open: returned and not answered. answered: revised after a return. excluded: left out of the results. */
export const reviewFilterSchema = z.enum(['all', 'open', 'answered', 'excluded'])
export type ReviewFilter = z.infer<typeof reviewFilterSchema>

export const reviewPageSize = 50
export const listReviewSchema = z.object({
  study: studyRefSchema,
  filter: reviewFilterSchema.default('all'),
  /** Part of an item's id. */
  item: z.string().trim().max(200).optional(),
  annotator: z.uuid().optional(),
  page: z.number().int().min(0).default(0),
})
export type ReviewQuery = Omit<z.infer<typeof listReviewSchema>, 'study'>
