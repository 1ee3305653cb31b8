// What somebody gave the same response twice, as numbers that can be compared.
import type { ChecklistChoice } from '../../criteria/checklist/schema'
import type { ChoiceCriterion } from '../../criteria/choice/schema'
import { type Criterion, ratingChoiceSchema } from '../../criteria/schema'
import type { RepeatedValue } from './intra-rater'

/** A rating, and that of the hidden repeat. */
export interface RepeatedRating {
  first: number | null
  again: number | null
  firstChoice: unknown
  againChoice: unknown
  /** Of a pair: whether the slots were the other way round. */
  swapped: boolean
}

const sides = ['a', 'b', 'tie', 'unusable'] as const
const otherSide = { a: 'b', b: 'a', tie: 'tie', unusable: 'unusable' } as const

/**
 * One pair of values for each response: scores in the unit of the scale, ranks, sides, sets of labels (numbered); of a
 * checklist one for each point, as long as both times it was judged by the same version of the rubric.
 */
export function repeatedPairs(ratings: readonly RepeatedRating[], criterion: Criterion): RepeatedValue[] {
  return ratings.flatMap(({ first, again, firstChoice, againChoice, swapped }): RepeatedValue[] => {
    if (first !== null && again !== null) {
      const unit = criterion.kind === 'scale' ? criterion.step : 1
      return [[first * unit, again * unit]]
    }
    const [one, other] = [choiceOf(firstChoice), choiceOf(againChoice)]
    if (one?.kind === 'preference' && other?.kind === 'preference')
      return [[sides.indexOf(one.prefer), sides.indexOf(swapped ? otherSide[other.prefer] : other.prefer)]]
    if (criterion.kind === 'choice' && one?.kind === 'choice' && other?.kind === 'choice')
      return [[numberOf(one.labels, criterion), numberOf(other.labels, criterion)]]
    if (one?.kind === 'checklist' && other?.kind === 'checklist') return pointsOf(one, other)
    return []
  })
}

const choiceOf = (choice: unknown) => ratingChoiceSchema.safeParse(choice).data ?? null

/** The same set has the same number, whoever chose it: a bit for each label. */
const numberOf = (labels: readonly string[], { options }: Pick<ChoiceCriterion, 'options'>) =>
  options.reduce((sum, option, index) => sum + (labels.includes(option.id) ? 2 ** index : 0), 0)

const pointsOf = (one: ChecklistChoice, other: ChecklistChoice): RepeatedValue[] =>
  one.rubric !== other.rubric
    ? []
    : Object.entries(one.points).flatMap(([id, { earned }]) => {
        const again = other.points[id]?.earned
        return again === undefined ? [] : [[earned / 100, again / 100] as const]
      })
