import { describe, expect, test } from 'vitest'
import {
  type ChecklistChoice,
  type ChecklistCriterion,
  checklistSchema,
  type Rubric,
} from '../../criteria/checklist/schema'
import gold from '../statistics/gold/32-rubric-checklist.json'
import { checklistScore } from './checklist-score'
import { buildRubricTable, type RubricResponse } from './rubric-table'

const criterion = checklistSchema.parse({
  kind: 'checklist',
  id: 'points',
  label: 'Points',
  scope: 'response',
  points: { from: 'item' },
}) as ChecklistCriterion
const rubricOf = (version: number, points: Partial<Rubric['points'][number]>[]): Rubric => ({
  version,
  points: points.map((point, index) => ({
    id: `p${index}`,
    text: 'A point',
    maximum: 1,
    grading: 'points',
    weight: null,
    ...point,
  })),
})
const choiceOf = (rubric: number, earned: (number | null)[]): ChecklistChoice => ({
  kind: 'checklist',
  rubric,
  points: Object.fromEntries(
    earned.flatMap((value, index) => (value === null ? [] : [[`p${index}`, { earned: value }]])),
  ),
})
const scoreOf = (rubrics: Rubric[], choice: ChecklistChoice) => {
  const score = checklistScore(criterion, rubrics, choice)
  if (!score) throw new Error('no score')
  return score
}
const model = (id: string) => ({ id, name: id })
const response = (itemId: string, modelId: string, scores: RubricResponse['scores']): RubricResponse => ({
  itemId,
  modelId,
  language: 'en',
  categoryId: null,
  scores,
})

describe('a table of rubric scores', () => {
  test('agrees with the reference case: weighted scores, strict and point rates (model B: every point judged)', () => {
    const responses = Object.entries(gold.input.results).map(([item, { B }]) => {
      const weights = gold.input.weights[item as keyof typeof gold.input.weights]
      const rubric = rubricOf(
        1,
        weights.map(weight => ({ weight })),
      )
      return response(item, 'B', [
        scoreOf(
          [rubric],
          choiceOf(
            1,
            B.map(passed => passed * 100),
          ),
        ),
      ])
    })
    const { rows, rates } = buildRubricTable(responses, null, [model('B')], [])
    const { expected } = gold
    expect(Number(rows[0]?.overall.mean)).toBeCloseTo(100 * expected.B.weighted_prompt_score.mean, 10)
    expect(rates[0]?.score.standardError).toBeCloseTo(100 * expected.B.weighted_prompt_score.se, 9)
    expect(rates[0]?.strict).toMatchObject({ value: expected.B.strict_rate, n: 6 })
    expect(rates[0]?.strict.lower).toBeCloseTo(expected.B.strict_wilson[0] ?? 0, 9)
    expect(rates[0]?.points.value).toBeCloseTo(expected.B.item_rate, 12)
    expect(rates[0]?.points.standardError).toBeCloseTo(expected.B.se_cluster_cr1, 9)
  })

  test('averages annotators within an item first, exactly', () => {
    const rubric = rubricOf(1, [{ maximum: 3 }, { maximum: 4 }])
    const score = (...earned: number[]) => scoreOf([rubric], choiceOf(1, earned))
    // 7/7 and 0/7 by two people → 1/2; 1/7 by one → (1/2 + 1/7) / 2 = 9/28.
    const responses = [response('i', 'm', [score(300, 400), score(0, 0)]), response('k', 'm', [score(100, 0)])]
    const { rows, rates } = buildRubricTable(responses, 'en', [model('m'), model('none')], [])
    expect(rows[0]?.overall).toMatchObject({ n: 2, mean: '32.142857142857', display: '32.1' })
    expect(rows[1]?.overall).toMatchObject({ n: 0, mean: null, display: '–' })
    // Not everybody gave every point.
    expect(rates[0]?.strict).toMatchObject({ value: 0, n: 2 })
    expect(rates[1]?.strict).toMatchObject({ value: null, n: 0 })
  })
})

describe('the score of a judgment', () => {
  const old = rubricOf(1, [{}, {}])
  test('is by the newest version when nothing of it has to be judged again', () => {
    const lighter = rubricOf(2, [{ weight: 3 }, {}])
    expect(scoreOf([lighter, old], choiceOf(1, [100, 0]))).toMatchObject({
      share: { numerator: 3n, denominator: 4n },
      isOutdated: false,
    })
  })

  test('is by the version it was made by as long as points are missing', () => {
    const harder = rubricOf(2, [{}, { since: 2 }])
    expect(scoreOf([old, harder], choiceOf(1, [100, 0]))).toMatchObject({
      share: { numerator: 1n, denominator: 2n },
      isOutdated: true,
    })
    expect(checklistScore(criterion, [harder], choiceOf(1, [100, 0]))).toBeNull()
  })
})
