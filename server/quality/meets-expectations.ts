// Says which known answers a judgment meets.
import { earnedShare, pointsOf } from '../../criteria/checklist/points'
import type { Rubric } from '../../criteria/checklist/schema'
import type { Criterion, Rating } from '../../criteria/schema'
import type { Expectation, ResponseRef } from './schema'

/** A judgment as it was given, with what stood in its slots. */
export interface CheckedJudgment {
  criteria: readonly Criterion[]
  rubric: Rubric | null
  /** Slot A first: every response whose text stands there. */
  slots: readonly (readonly ResponseRef[])[]
  ratings: readonly Rating[]
}

export interface ExpectationResult {
  /** Index in the list of expectations. */
  index: number
  met: boolean
  /** The slots that it is about, 1 = A; empty: the whole item. */
  slots: number[]
}

export interface ExpectationOutcome {
  /** Whether every known answer was met; null: none of them is about what was asked and shown. */
  passed: boolean | null
  missed: number[]
  results: ExpectationResult[]
}

/** What was expected of responses that were not shown, or of criteria that the protocol does not have, counts neither way. */
export function meetsExpectations(expected: readonly Expectation[], judged: CheckedJudgment): ExpectationOutcome {
  const results = expected.flatMap((expectation, index) => {
    const criterion = judged.criteria.find(one => one.id === expectation.criterion)
    const slots = slotsOfExpectation(expectation, judged)
    return criterion && slots ? [{ index, slots, met: isMet(expectation, criterion, slots, judged) }] : []
  })
  const missed = results.filter(result => !result.met).map(result => result.index)
  return { passed: results.length === 0 ? null : missed.length === 0, missed, results }
}

/** The slots that an expectation is about; null when one of its responses was not shown. */
function slotsOfExpectation(expectation: Expectation, { slots }: CheckedJudgment): number[] | null {
  const refs =
    'better' in expectation
      ? [expectation.better, expectation.worse]
      : 'winner' in expectation
        ? typeof expectation.winner === 'string'
          ? []
          : [expectation.winner]
        : expectation.response
          ? [expectation.response]
          : []
  const found = refs.map(
    ref => slots.findIndex(slot => slot.some(one => one.model === ref.model && one.sample === ref.sample)) + 1,
  )
  return found.includes(0) ? null : found
}

function isMet(expectation: Expectation, criterion: Criterion, slots: number[], judged: CheckedJudgment): boolean {
  const given = (slot: number) =>
    judged.ratings.find(rating => rating.criterion === criterion.id && rating.slot === slot && !rating.cannotJudge)
  const rating = given(slots[0] ?? 0)
  if ('winner' in expectation) {
    const wanted = typeof expectation.winner === 'string' ? expectation.winner : slots[0] === 1 ? 'a' : 'b'
    const choice = given(0)?.choice
    return choice?.kind === 'preference' && choice.prefer === wanted
  }
  if ('better' in expectation) {
    const [better = 0, worse = 0] = slots
    const gap = difference(criterion, better, worse, given, judged.rubric)
    return gap !== null && gap >= expectation.atLeast - 1e-9
  }
  if ('labels' in expectation || 'withoutLabels' in expectation) {
    const chosen = rating?.choice?.kind === 'choice' ? rating.choice.labels : []
    if ('labels' in expectation) return expectation.labels.every(label => chosen.includes(label))
    return rating?.choice?.kind !== 'choice'
      ? !rating
      : expectation.withoutLabels.every(label => !chosen.includes(label))
  }
  if ('points' in expectation) {
    const choice = rating?.choice
    if (choice?.kind !== 'checklist') return false
    return Object.entries(expectation.points).every(([id, points]) =>
      isNear((choice.points[id]?.earned ?? Number.NaN) / 100, points, expectation.tolerance),
    )
  }
  const amount = rating ? amountOf(criterion, rating, judged.rubric) : null
  const wanted = 'score' in expectation ? expectation.score : expectation.value
  return amount !== null && isNear(amount, wanted, expectation.tolerance)
}

// Scores in tenths: 8.3 − 7.3 is not exactly 1 in binary.
const isNear = (given: number, wanted: number, tolerance: number) => Math.abs(given - wanted) <= tolerance + 1e-9

/** The number that a rating stands for: a scale's value in its unit, a rank, or a checklist's share of 100. */
export function amountOf(criterion: Criterion, rating: Rating, rubric: Rubric | null): number | null {
  if (criterion.kind === 'scale' && rating.value !== undefined)
    return Math.round((criterion.min + rating.value * criterion.step) * 10) / 10
  if (criterion.kind === 'ranking') return rating.value ?? null
  if (criterion.kind === 'checklist' && rating.choice?.kind === 'checklist') {
    const { earned, possible } = earnedShare(pointsOf(criterion, rubric).points, rating.choice)
    return possible > 0 ? (100 * earned) / possible : null
  }
  return null
}

/** By how much the one is better than the other; null when it was not judged, or has no order. */
function difference(
  criterion: Criterion,
  better: number,
  worse: number,
  given: (slot: number) => Rating | undefined,
  rubric: Rubric | null,
): number | null {
  if (criterion.kind === 'preference') {
    const choice = given(0)?.choice
    if (choice?.kind !== 'preference' || choice.strength === null) return null
    return choice.prefer === (better === 1 ? 'a' : 'b') ? choice.strength : -choice.strength
  }
  const [high, low] = [given(better), given(worse)]
  const a = high ? amountOf(criterion, high, rubric) : null
  const b = low ? amountOf(criterion, low, rubric) : null
  if (a === null || b === null) return null
  return criterion.kind === 'ranking' ? b - a : a - b
}
