// A stored rating in the form in which it was entered.
import { type Rating, ratingChoiceSchema } from '../../criteria/schema'

export interface StoredRating {
  criterion: string
  slot: number
  value: number | null
  text: string | null
  choice: unknown
  cannotJudge: string | null
}

/** Columns that are null were not entered. (json_strip_nulls would also reach into the choice.) */
export const enteredRating = ({ criterion, slot, value, text, choice, cannotJudge }: StoredRating): Rating => ({
  criterion,
  slot,
  ...(value !== null && { value }),
  ...(text !== null && { text }),
  ...(choice !== null && { choice: ratingChoiceSchema.parse(choice) }),
  ...(cannotJudge !== null && { cannotJudge }),
})
