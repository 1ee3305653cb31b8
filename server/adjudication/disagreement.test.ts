import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { presetProtocol } from '../studies/presets'
import { chooseAdjudicator } from './choose-adjudicator'
import { type ComparedJudgment, disagreementOf, isDisagreement } from './disagreement'

const criterionOf = (preset: Parameters<typeof presetProtocol>[0], id: string) => {
  const found = presetProtocol(preset).criteria.find(criterion => criterion.id === id)
  if (!found) throw new Error(id)
  return found
}
const score = criterionOf('general-chat', 'score')
const overall = criterionOf('preference', 'overall')

const scores = (slotOrder: string[], ...values: number[]): ComparedJudgment => ({
  slotOrder,
  ratings: values.map((value, index) => ({ criterion: 'score', slot: index + 1, value })),
})
const prefers = (slotOrder: string[], prefer: 'a' | 'b' | 'tie' | 'unusable', strength: number | null = null) => ({
  slotOrder,
  ratings: [{ criterion: 'overall', slot: 0, choice: { kind: 'preference' as const, prefer, strength } }],
})

describe('a disagreement', () => {
  test('compares the same response, whatever slot it stood in', () => {
    expect(disagreementOf(score, [scores(['x', 'y'], 8, 2), scores(['y', 'x'], 2, 8)], null)).toBe(0)
    expect(disagreementOf(score, [scores(['x', 'y'], 8, 2), scores(['y', 'x'], 5, 8)], null)).toBe(3)
  })

  test('the same winner from the other side is agreement', () => {
    expect(disagreementOf(overall, [prefers(['x', 'y'], 'a', 2), prefers(['y', 'x'], 'b', 2)], null)).toBe(0)
    expect(disagreementOf(overall, [prefers(['x', 'y'], 'a', 2), prefers(['y', 'x'], 'a', 1)], null)).toBe(3)
    expect(disagreementOf(overall, [prefers(['x', 'y'], 'a', 4), prefers(['x', 'y'], 'unusable')], null)).toBe(5)
    expect(disagreementOf(overall, [prefers(['x', 'y'], 'tie'), prefers(['x', 'y'], 'unusable')], null)).toBe(1)
  })

  test('needs two judgments', () => {
    expect(disagreementOf(score, [scores(['x'], 8)], null)).toBeNull()
    expect(isDisagreement(null, 0)).toBe(false)
  })

  test('is the difference between the extremes, and does not depend on the order of judgments', () => {
    const values = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(values, all => {
        const judged = all.map(value => scores(['x'], value))
        expect(disagreementOf(score, judged, null)).toBe(Math.max(...all) - Math.min(...all))
        expect(disagreementOf(score, judged.toReversed(), null)).toBe(disagreementOf(score, judged, null))
      }),
    )
  })

  test('rounding is no disagreement', () => {
    const tenths = { ...score, step: 0.1 as const }
    const apart = disagreementOf(tenths, [scores(['x'], 83), scores(['x'], 82)], null)
    expect(isDisagreement(apart, 0.1)).toBe(false)
  })
})

describe('an adjudicator', () => {
  const people = [
    { userId: 'a', languages: ['en'], load: 3 },
    { userId: 'b', languages: ['en', 'zh'], load: 1 },
    { userId: 'c', languages: ['zh'], load: 0 },
  ]
  test('knows the language, has not judged the item, and has the least to decide', () => {
    expect(chooseAdjudicator({ language: 'en', judgedBy: [] }, people)?.userId).toBe('b')
    expect(chooseAdjudicator({ language: 'en', judgedBy: ['b'] }, people)?.userId).toBe('a')
    expect(chooseAdjudicator({ language: 'fr', judgedBy: [] }, people)).toBeNull()
  })
})
