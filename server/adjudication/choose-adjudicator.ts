// Who decides a disagreement: somebody who has not judged the item, with the least to decide.

export interface Adjudicator {
  userId: string
  /** What the person may judge: the keys of places.language. */
  languages: readonly string[]
  /** Undecided ones that are theirs already. */
  load: number
}

/** Null: nobody is left. Equal loads: the first in the list. */
export function chooseAdjudicator(
  item: { language: string; judgedBy: readonly string[] },
  adjudicators: readonly Adjudicator[],
): Adjudicator | null {
  const able = adjudicators.filter(
    person => person.languages.includes(item.language) && !item.judgedBy.includes(person.userId),
  )
  return able.reduce<Adjudicator | null>((best, person) => (best && best.load <= person.load ? best : person), null)
}
