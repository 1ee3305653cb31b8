// Puts known answers and given ones side by side, for the annotator who gave them.
import type { Criterion, Rating } from '../../criteria/schema'
import { slotLetter } from '../blinding/slot-letter'
import { amountOf, type CheckedJudgment, type ExpectationOutcome } from './meets-expectations'
import type { Expectation, FeedbackLine } from './schema'

/** One line per known answer about what was shown, in the order of the file. */
export function feedbackLines(
  expected: readonly Expectation[],
  outcome: ExpectationOutcome,
  judged: CheckedJudgment,
): FeedbackLine[] {
  return outcome.results.flatMap(({ index, slots, met }) => {
    const expectation = expected[index]
    const criterion = judged.criteria.find(one => one.id === expectation?.criterion)
    if (!expectation || !criterion) return []
    const given = (slot: number) =>
      judged.ratings.find(rating => rating.criterion === criterion.id && rating.slot === slot)
    const tolerance = 'tolerance' in expectation && expectation.tolerance > 0 ? String(expectation.tolerance) : null
    return [{ label: criterion.label, slots, met, tolerance, ...say(expectation, criterion, slots, given, judged) }]
  })
}

type Said = Pick<FeedbackLine, 'kind' | 'expected' | 'given'>

function say(
  expectation: Expectation,
  criterion: Criterion,
  slots: number[],
  given: (slot: number) => Rating | undefined,
  judged: CheckedJudgment,
): Said {
  const rating = given(slots[0] ?? 0)
  const amount = (one: Rating | undefined) => {
    const value = one ? amountOf(criterion, one, judged.rubric) : null
    return value === null ? null : String(Math.round(value * 10) / 10)
  }
  if ('winner' in expectation)
    return {
      kind: 'winner',
      expected: typeof expectation.winner === 'string' ? expectation.winner : slotLetter(slots[0] ?? 1),
      given: preferred(given(0)),
    }
  if ('better' in expectation) {
    const [high, low] = slots.map(slot => amount(given(slot)))
    const both = high != null && low != null ? `${high} / ${low}` : null
    return {
      kind: 'order',
      expected: String(expectation.atLeast),
      given: criterion.kind === 'preference' ? preferred(given(0)) : both,
    }
  }
  if ('labels' in expectation || 'withoutLabels' in expectation) {
    const name = (id: string) =>
      (criterion.kind === 'choice' && criterion.options.find(option => option.id === id)?.label) || id
    const chosen = rating?.choice?.kind === 'choice' ? rating.choice.labels : []
    const wanted = 'labels' in expectation ? expectation.labels : expectation.withoutLabels
    return {
      kind: 'labels' in expectation ? 'labels' : 'without-labels',
      expected: wanted.map(name).join(', '),
      given: chosen.length > 0 ? chosen.map(name).join(', ') : null,
    }
  }
  if ('points' in expectation) {
    const choice = rating?.choice
    const earned = (id: string) => (choice?.kind === 'checklist' ? (choice.points[id]?.earned ?? 0) / 100 : 0)
    const list = (value: (id: string) => number) =>
      Object.keys(expectation.points)
        .map(id => `${id}: ${value(id)}`)
        .join(', ')
    return { kind: 'points', expected: list(id => expectation.points[id] ?? 0), given: rating ? list(earned) : null }
  }
  if ('score' in expectation) return { kind: 'score', expected: String(expectation.score), given: amount(rating) }
  return {
    kind: criterion.kind === 'ranking' ? 'rank' : 'value',
    expected: String(expectation.value),
    given: amount(rating),
  }
}

function preferred(rating: Rating | undefined): string | null {
  if (rating?.choice?.kind !== 'preference') return null
  const { prefer } = rating.choice
  return prefer === 'a' || prefer === 'b' ? slotLetter(prefer === 'a' ? 1 : 2) : prefer
}
