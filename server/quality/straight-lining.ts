// Finds the same answer given time and again, whatever was shown.
import type { Criterion, Rating } from '../../criteria/schema'

const scaleRun = 5
const choiceRun = 12

/**
 * The one answer that a judgment gives to everything: the same step on every scale and for every response, or the same
 * side of a preference. Null: it does not, or there is only one thing to answer.
 */
export function uniformAnswer(ratings: readonly Rating[], criteria: readonly Criterion[]): string | null {
  const of = (kind: Criterion['kind']) => {
    const ids = new Set(criteria.filter(criterion => criterion.kind === kind).map(criterion => criterion.id))
    return ratings.filter(rating => ids.has(rating.criterion))
  }
  const numbers = of('scale').length > 0 ? of('scale') : of('ranking')
  if (numbers.length > 1) {
    const values = new Set(numbers.map(rating => rating.value))
    const [value] = values
    return values.size === 1 && value !== undefined ? `value ${value}` : null
  }
  if (numbers.length === 1) return null
  const sides = of('preference').map(({ choice }) =>
    choice?.kind === 'preference' ? `${choice.prefer} ${choice.strength}` : '',
  )
  return new Set(sides).size === 1 && sides[0] ? `side ${sides[0]}` : null
}

/** For each judgment of one person, in the order of submission: whether it stands in a long run of one answer. */
export function straightLines(answers: readonly (string | null)[]): boolean[] {
  const lines = answers.map(() => false)
  for (let start = 0; start < answers.length; ) {
    const answer = answers[start]
    let end = start + 1
    while (end < answers.length && answers[end] === answer) end++
    if (answer && end - start >= (answer.startsWith('side') ? choiceRun : scaleRun)) lines.fill(true, start, end)
    start = end
  }
  return lines
}
