import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RatingContext } from '../criterion-rule'
import type { Rating } from '../schema'
import { carryOver } from './carry-over'
import { decimalFraction, exactShare } from './exact-share'
import { earnedShare, gradesOf, mostHundredths } from './points'
import { checklistRule } from './rule'
import { type ChecklistChoice, type ChecklistCriterion, checklistSchema, type ItemPoint } from './schema'

const criterion = checklistSchema.parse({
  kind: 'checklist',
  id: 'points',
  label: 'Points',
  scope: 'response',
  points: { from: 'item' },
}) as ChecklistCriterion

const point = (id: string, over: Partial<ItemPoint> = {}): ItemPoint => ({
  id,
  text: `Point ${id}`,
  maximum: 1,
  grading: 'partly',
  weight: null,
  ...over,
})
const choice = (rubric: number, earned: Record<string, number>, reason = 'Because.'): ChecklistChoice => ({
  kind: 'checklist',
  rubric,
  points: Object.fromEntries(Object.entries(earned).map(([id, value]) => [id, { earned: value, reason }])),
})
const problemOf = (points: ItemPoint[], version: number, rated: ChecklistChoice | undefined, of = criterion) => {
  const rating: Rating | undefined = rated && { criterion: 'points', slot: 1, choice: rated }
  const rubric = { version, points }
  const context: RatingContext = { slotCount: 1, criteria: [of], rubric, omitted: [], find: () => rating }
  return checklistRule.problem(of, 1, rating, context)
}

describe('grades', () => {
  test('are all, half or nothing, or any hundredth up to the maximum', () => {
    expect(gradesOf(point('a', { grading: 'met', maximum: 3 }))).toEqual([0, 300])
    expect(gradesOf(point('a', { maximum: 3 }))).toEqual([0, 150, 300])
    expect(gradesOf(point('a', { grading: 'points', maximum: 3 }))).toBeNull()
    const three = point('a', { grading: 'points', maximum: 3 })
    expect(problemOf([three], 1, choice(1, { a: 275 }))).toBeNull()
    expect(problemOf([three], 1, choice(1, { a: 301 }))).toBe('off-scale')
    expect(problemOf([point('a')], 1, choice(1, { a: 30 }))).toBe('off-scale')
  })

  test('a deduction needs a reason, full points do not', () => {
    expect(problemOf([point('a')], 1, choice(1, { a: 50 }, ' '))).toBe('reason-required')
    expect(problemOf([point('a')], 1, choice(1, { a: 100 }, ''))).toBeNull()
    expect(problemOf([point('a')], 1, choice(1, { a: 50 }, ''), { ...criterion, reasons: 'optional' })).toBeNull()
  })

  test('of all points, and of no others', () => {
    expect(problemOf([point('a'), point('b')], 1, choice(1, { a: 100 }))).toBe('missing')
    expect(problemOf([point('a')], 1, choice(1, { a: 100, b: 100 }))).toBe('unknown')
    expect(problemOf([point('a')], 1, choice(2, { a: 100 }))).toBe('unknown')
  })
})

describe('a newer version of the rubric', () => {
  const points = [point('a'), point('b', { since: 2 }), point('c', { since: 2, maximum: 2 })]

  test('keeps the grades of points that read the same, and asks for the others', () => {
    const old = choice(1, { a: 50, b: 100, gone: 100 })
    expect(carryOver(old, { version: 2, points })).toEqual(choice(2, { a: 50 }))
    expect(problemOf(points, 2, old)).toBe('outdated')
    expect(problemOf(points, 2, choice(2, { a: 50, b: 100, c: 100 }))).toBeNull()
  })

  test('asks for nothing when points are only gone, moved or weighted otherwise', () => {
    expect(problemOf([point('a', { weight: 7 })], 3, choice(1, { a: 100, gone: 0 }))).toBeNull()
  })

  test('of this version, and of the protocol, nothing is changed', () => {
    const same = choice(2, { a: 100 })
    expect(carryOver(same, { version: 2, points })).toBe(same)
    const own = choice(0, { a: 100 })
    expect(carryOver(own, { version: 0, points: [point('a')] })).toBe(own)
  })

  test('never keeps a grade that the point does not have any more', () => {
    expect(carryOver(choice(1, { a: 50 }), { version: 2, points: [point('a', { grading: 'met' })] }).points).toEqual({})
  })
})

const graded = fc
  .array(
    fc.record({
      maximum: fc.integer({ min: 1, max: 2_000 }).map(hundredths => hundredths / 100),
      weight: fc.option(fc.double({ min: 1e-7, max: 1000, noNaN: true }), { nil: null }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map(rows => {
    const points = rows.map((row, index) => point(`p${index}`, { ...row, grading: 'points' }))
    const earned = rows.map((row, index) => [`p${index}`, Math.floor(row.part * mostHundredths(row))] as const)
    return { points, rated: choice(1, Object.fromEntries(earned)) }
  })

describe('the share of points', () => {
  test('is the sum of the hundredths earned over those possible where nothing is weighted', () => {
    fc.assert(
      fc.property(graded, ({ points, rated }) => {
        const plain = points.map(one => ({ ...one, weight: null }))
        const sum = (of: (one: ItemPoint) => number) => plain.reduce((total, one) => total + of(one), 0)
        const earned = sum(one => rated.points[one.id]?.earned ?? 0)
        const share = exactShare(plain, rated)
        expect(share && share.numerator * BigInt(sum(mostHundredths))).toBe(share && BigInt(earned) * share.denominator)
      }),
    )
  })

  test('lies between 0 and 1, and is 1 exactly when every point is given in full', () => {
    fc.assert(
      fc.property(graded, ({ points, rated }) => {
        const share = exactShare(points, rated)
        if (!share) throw new Error('all points are graded')
        expect(share.numerator >= 0n && share.numerator <= share.denominator).toBe(true)
        const isFull = points.every(one => rated.points[one.id]?.earned === mostHundredths(one))
        expect(share.numerator === share.denominator).toBe(isFull)
      }),
    )
  })

  test('does not depend on the order of points, and the quick one is near it', () => {
    fc.assert(
      fc.property(graded, ({ points, rated }) => {
        const share = exactShare(points, rated)
        expect(exactShare(points.toReversed(), rated)).toEqual(share)
        const quick = earnedShare(points, rated)
        expect(quick.earned / quick.possible).toBeCloseTo(Number(share?.numerator) / Number(share?.denominator), 9)
      }),
    )
  })

  test('takes decimals as they are written', () => {
    expect(decimalFraction(0.1)).toEqual({ numerator: 1n, denominator: 10n })
    expect(decimalFraction(1.5e-7)).toEqual({ numerator: 15n, denominator: 100_000_000n })
    expect(decimalFraction(250)).toEqual({ numerator: 250n, denominator: 1n })
    const tenths = ['a', 'b', 'c'].map((id, index) => point(id, { weight: [0.1, 0.2, 0.7][index] ?? 1 }))
    expect(exactShare(tenths, choice(1, { a: 100, b: 100, c: 0 }))).toEqual({ numerator: 3n, denominator: 10n })
  })

  test('is unknown while a point has no grade', () => {
    expect(exactShare([point('a'), point('b')], choice(1, { a: 100 }))).toBeNull()
    expect(exactShare([], choice(1, {}))).toBeNull()
  })
})
