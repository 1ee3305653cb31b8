import { describe, expect, test } from 'vitest'
import { type RubricPoint, rubricSchema } from '../../criteria/checklist/schema'
import { nextRubric, rubricChanges } from './rubric-changes'

const point = (id: string, over: Partial<RubricPoint> = {}): RubricPoint => ({
  id,
  text: `Point ${id}`,
  maximum: 2,
  grading: 'met',
  weight: null,
  ...over,
})
const kinds = (before: RubricPoint[], after: RubricPoint[]) =>
  rubricChanges(before, after).map(change => `${change.id} ${change.kind}`)

describe('changes of a rubric', () => {
  test('names each point that is not as it was', () => {
    const before = [point('a'), point('b'), point('c'), point('d')]
    const after = [point('a', { text: 'Other' }), point('c', { weight: 5 }), point('e'), point('d')]
    expect(kinds(before, after)).toEqual(['a changed', 'c reweighted', 'e added', 'b removed'])
    expect(kinds(before, before)).toEqual([])
    expect(kinds([], before.slice(0, 1))).toEqual(['a added'])
  })

  test('an order alone is a move, and a weight of the maximum is no weight', () => {
    expect(kinds([point('a'), point('b')], [point('b'), point('a')])).toEqual(['b moved', 'a moved'])
    expect(kinds([point('a'), point('b'), point('c')], [point('b'), point('c')])).toEqual(['a removed'])
    expect(kinds([point('a')], [point('a', { weight: 2 })])).toEqual([])
  })

  test('a point knows since when it reads as it does', () => {
    const one = nextRubric(null, [point('a'), point('b')])
    const two = nextRubric(one, [point('a', { maximum: 3 }), point('b', { weight: 9 })])
    const three = nextRubric(two, [point('b', { weight: 9 }), point('c')])
    const four = nextRubric(three, [point('a', { maximum: 3 }), point('b')])
    const since = (rubric: typeof one) => rubric.points.map(({ id, since = 1 }) => `${id}${since}`).join(' ')
    expect([one, two, three, four].map(since)).toEqual(['a1 b1', 'a2 b1', 'b1 c3', 'a4 b1'])
    expect(rubricSchema.safeParse(four).success).toBe(true)
  })
})
