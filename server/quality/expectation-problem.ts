// Says why a known answer checks nobody, or is missed by everybody, before anybody is measured by it.
import { pointsOf } from '../../criteria/checklist/points'
import type { Criterion } from '../../criteria/schema'
import type { CheckedJudgment } from './meets-expectations'
import type { Expectation, ResponseRef } from './schema'

export type ExpectationProblem =
  | 'no-criterion'
  | 'wrong-kind'
  | 'no-response'
  | 'unknown-response'
  | 'same-response'
  | 'not-offered'
  | 'off-scale'

/** What an item is judged by, and its responses: those that share a text share a slot. */
export type ExpectedOf = Pick<CheckedJudgment, 'criteria' | 'rubric' | 'slots'>

/** Null: the answer can be given, and can be missed. */
export function expectationProblem(expectation: Expectation, item: ExpectedOf): ExpectationProblem | null {
  const criterion = item.criteria.find(one => one.id === expectation.criterion)
  if (!criterion) return 'no-criterion'
  if ('winner' in expectation) return winnerProblem(expectation.winner, criterion, item)
  if ('better' in expectation) return orderProblem(expectation, criterion, item)
  if ((criterion.scope === 'response') !== (expectation.response !== null)) return 'no-response'
  if (expectation.response && slotOf(expectation.response, item) < 0) return 'unknown-response'
  if ('labels' in expectation || 'withoutLabels' in expectation) {
    if (criterion.kind !== 'choice') return 'wrong-kind'
    const named = 'labels' in expectation ? expectation.labels : expectation.withoutLabels
    return named.every(label => criterion.options.some(option => option.id === label)) ? null : 'not-offered'
  }
  if ('points' in expectation) {
    if (criterion.kind !== 'checklist') return 'wrong-kind'
    const ids = pointsOf(criterion, item.rubric).points.map(point => point.id)
    return Object.keys(expectation.points).every(id => ids.includes(id)) ? null : 'not-offered'
  }
  if ('score' in expectation) return criterion.kind === 'checklist' ? null : 'wrong-kind'
  if (criterion.kind === 'ranking') return isReached({ min: 1, max: item.slots.length, step: 1 }, expectation)
  return criterion.kind === 'scale' ? isReached(criterion, expectation) : 'wrong-kind'
}

const slotOf = (ref: ResponseRef, { slots }: ExpectedOf) =>
  slots.findIndex(slot => slot.some(one => one.model === ref.model && one.sample === ref.sample))

function winnerProblem(
  winner: ResponseRef | 'tie' | 'unusable',
  criterion: Criterion,
  item: ExpectedOf,
): ExpectationProblem | null {
  if (criterion.kind !== 'preference') return 'wrong-kind'
  if (winner === 'tie') return criterion.tie ? null : 'not-offered'
  if (winner === 'unusable') return criterion.bothUnusable ? null : 'not-offered'
  return slotOf(winner, item) < 0 ? 'unknown-response' : null
}

function orderProblem(
  { better, worse, atLeast }: Extract<Expectation, { better: ResponseRef }>,
  criterion: Criterion,
  item: ExpectedOf,
): ExpectationProblem | null {
  const most = widest(criterion, item)
  if (most === null) return 'wrong-kind'
  const [high, low] = [slotOf(better, item), slotOf(worse, item)]
  if (high < 0 || low < 0) return 'unknown-response'
  if (high === low) return 'same-response'
  return atLeast > most + 1e-9 ? 'off-scale' : null
}

/** The most by which one response can be better than another; null: the kind has no order. */
function widest(criterion: Criterion, { slots }: ExpectedOf): number | null {
  if (criterion.kind === 'scale') return criterion.scope === 'response' ? criterion.max - criterion.min : null
  if (criterion.kind === 'checklist') return 100
  if (criterion.kind === 'ranking') return slots.length - 1
  return criterion.kind === 'preference' ? criterion.strengths.length : null
}

/** Whether a value of the scale lies within the tolerance. */
function isReached(
  { min, max, step }: { min: number; max: number; step: number },
  { value, tolerance }: { value: number; tolerance: number },
): 'off-scale' | null {
  const nearest = min + Math.round((Math.min(max, Math.max(min, value)) - min) / step) * step
  return Math.abs(nearest - value) <= tolerance + 1e-9 ? null : 'off-scale'
}
