// What a kind of criterion has to say about its ratings. Pure: the browser and the server ask the same file.
import type { Rubric } from './checklist/schema'
import type { Criterion, Rating } from './schema'

/**
 * `missing`, `comment-required`, `reason-required`: not done yet. `outdated`: the rubric has a newer version with
 * points that have to be judged again. All others cannot come from the product's own page.
 */
export type RatingProblem =
  | 'missing'
  | 'comment-required'
  | 'reason-required'
  | 'outdated'
  | 'off-scale'
  | 'off-text'
  | 'unknown'
  | 'twice'
  | 'wrong-kind'

/** What a rating is judged against. */
export interface RatingContext {
  slotCount: number
  criteria: readonly Criterion[]
  /** The item's; null: it has none. */
  rubric: Rubric | null
  /** Criteria that are not asked of this assignment. */
  omitted: readonly string[]
  find: (criterion: string, slot: number) => Rating | undefined
}

export interface CriterionRule<Of extends Criterion> {
  /** Whether it is asked at all of this item; the sample (`omitted`) is taken care of elsewhere. */
  isAsked: (criterion: Of, context: Pick<RatingContext, 'slotCount' | 'rubric'>) => boolean
  /** Whether "this response cannot be judged" may stand in its place. */
  mayPass: boolean
  /** What is wrong with the rating of a slot, or missing; null: nothing. */
  problem: (criterion: Of, slot: number, rating: Rating | undefined, context: RatingContext) => RatingProblem | null
  /** What a rating says, as short as can be and in the criterion's own words: "7", "12/20". Empty: it says nothing. */
  glance: (criterion: Of, rating: Rating, context: Pick<RatingContext, 'rubric'>) => string
}
