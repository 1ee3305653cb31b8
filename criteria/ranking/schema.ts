import { z } from 'zod'
import { baseShape } from '../base-schema'

/** The responses in order. Rated per slot with `value`: the rank, 1 is best; ties share a rank, and no rank is left out. */
export const rankingSchema = z.strictObject({
  kind: z.literal('ranking'),
  ...baseShape,
  scope: z.literal('response'),
  ties: z.boolean(),
})
export type RankingCriterion = z.infer<typeof rankingSchema>
