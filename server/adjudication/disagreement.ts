// How far the judgments of one item lie apart, in the units in which people think of the criterion.
import { carryOver } from '../../criteria/checklist/carry-over'
import { earnedShare, pointsOf } from '../../criteria/checklist/points'
import type { Rubric } from '../../criteria/checklist/schema'
import type { Criterion, Rating } from '../../criteria/schema'

/** One judgment: the responses in its slots (slot A first), and what was rated. */
export interface ComparedJudgment {
  slotOrder: readonly string[]
  ratings: readonly Pick<Rating, 'criterion' | 'slot' | 'value' | 'choice'>[]
}

type Compared = ComparedJudgment['ratings'][number]

/** Marks "both unusable": further from any preference than that is from a tie. */
const unusable = Symbol('unusable')
type Position = number | typeof unusable | ReadonlySet<string>

/** Where a rating stands; null: it says nothing that could be compared. `first`: the response that counts as positive. */
function positionOf(criterion: Criterion, rating: Compared, rubric: Rubric | null, isTurned: boolean): Position | null {
  const { value, choice } = rating
  switch (criterion.kind) {
    case 'scale':
      return value === undefined ? null : value * criterion.step
    case 'ranking':
      return value ?? null
    case 'checklist': {
      if (choice?.kind !== 'checklist') return null
      const asked = pointsOf(criterion, rubric)
      const judged = carryOver(choice, asked)
      // One that lacks points of the newest version waits for its annotator.
      if (asked.points.some(point => !judged.points[point.id])) return null
      const { earned, possible } = earnedShare(asked.points, judged)
      return possible > 0 ? (100 * earned) / possible : null
    }
    case 'preference': {
      if (choice?.kind !== 'preference') return null
      if (choice.prefer === 'unusable') return unusable
      if (choice.prefer === 'tie') return 0
      return (choice.strength ?? 1) * (choice.prefer === 'a' ? 1 : -1) * (isTurned ? -1 : 1)
    }
    case 'choice':
      return choice?.kind === 'choice' ? new Set(choice.labels) : null
    default:
      return null
  }
}

function distance(a: Position, b: Position): number {
  if (a instanceof Set && b instanceof Set)
    return [...a].filter(label => !b.has(label)).length + [...b].filter(label => !a.has(label)).length
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b)
  if (a === unusable && b === unusable) return 0
  return 1 + Math.abs(typeof a === 'number' ? a : typeof b === 'number' ? b : 0)
}

/**
 * The largest difference between two judgments of the same responses by one criterion: points of a scale, ranks, points
 * of 100 of a rubric, steps of a preference (a winner against "both unusable": one more than its strength), labels that
 * one has and the other has not. Null: fewer than two judgments can be compared.
 */
export function disagreementOf(
  criterion: Criterion,
  judgments: readonly ComparedJudgment[],
  rubric: Rubric | null,
): number | null {
  const byResponse = new Map<string, Position[]>()
  for (const { slotOrder, ratings } of judgments)
    for (const rating of ratings) {
      if (rating.criterion !== criterion.id) continue
      const [first = '', second = ''] = slotOrder
      const position = positionOf(criterion, rating, rubric, second < first)
      const response = rating.slot === 0 ? '' : (slotOrder[rating.slot - 1] ?? '')
      if (position !== null) byResponse.set(response, [...(byResponse.get(response) ?? []), position])
    }
  const distances = [...byResponse.values()].flatMap(positions =>
    positions.flatMap((a, index) => positions.slice(index + 1).map(b => distance(a, b))),
  )
  return distances.length > 0 ? Math.max(...distances) : null
}

/** More than the threshold; what only rounding adds to a difference does not count. */
export const isDisagreement = (difference: number | null, threshold: number): difference is number =>
  difference !== null && difference > threshold + 1e-9
