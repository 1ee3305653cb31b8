import { fitsText } from '../../criteria/spans/fits-text'
import type { Span } from '../../criteria/spans/schema'
import type { JudgmentContent } from './schema'
import type { JudgmentProblem } from './validate-judgment'

/** A text in which something is marked. */
export interface MarkedPlace {
  part: Span['part']
  /** 0 for the source, which all responses share. */
  slot: number
  turn: number
}

const spansIn = ({ ratings }: JudgmentContent) =>
  ratings.flatMap(({ criterion, slot, choice }) =>
    choice?.kind === 'spans' ? choice.spans.map(span => ({ criterion, slot, span })) : [],
  )

const placeOf = (slot: number, { part, turn }: Span): MarkedPlace => ({
  part,
  slot: part === 'source' ? 0 : slot,
  turn,
})

/** The texts that a judgment has marks in, each once. */
export function markedPlaces(content: JudgmentContent): MarkedPlace[] {
  const places = spansIn(content).map(({ slot, span }) => placeOf(slot, span))
  return [...new Map(places.map(place => [JSON.stringify(place), place])).values()]
}

/** The ratings with a mark that is not within its text; `textOf` answers null where there is none. */
export function misplacedMarks(
  content: JudgmentContent,
  textOf: (place: MarkedPlace) => string | null,
): JudgmentProblem[] {
  const misplaced = spansIn(content).filter(({ slot, span }) => {
    const text = textOf(placeOf(slot, span))
    return text === null || !fitsText(text, span)
  })
  const problems = misplaced.map(({ criterion, slot }) => ({ criterion, slot, problem: 'off-text' as const }))
  return [...new Map(problems.map(problem => [`${problem.criterion}\n${problem.slot}`, problem])).values()]
}
