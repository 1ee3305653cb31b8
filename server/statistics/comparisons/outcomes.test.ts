import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rational } from '../rational'
import { outcomeFromScores } from './outcome-from-scores'
import { outcomeFromSessions, type SessionFigures } from './outcome-from-sessions'

const one = (step: number) => ({ ratings: 1, sum: BigInt(step) })

describe('outcomeFromScores', () => {
  it('is exact at the threshold, where floats are not', () => {
    expect(8.3 - 8.2 > 0.1).toBe(true)
    expect(outcomeFromScores(one(83), one(82), rational(1n))).toBe('tie')
    expect(outcomeFromScores(one(84), one(82), rational(1n))).toBe('win')
    expect(outcomeFromScores(one(82), one(84), rational(1n))).toBe('loss')
  })

  it('compares means over raters, whatever their number, and is missing without a score', () => {
    // 8⅓ against 8.5, and 1/3 + 1/3 + 1/3 against 1.
    expect(outcomeFromScores({ ratings: 3, sum: 25n }, { ratings: 2, sum: 17n })).toBe('loss')
    expect(outcomeFromScores({ ratings: 3, sum: 3n }, one(1))).toBe('tie')
    expect(outcomeFromScores({ ratings: 0, sum: 0n }, one(1))).toBeNull()
    expect(outcomeFromScores(one(1), { ratings: 0, sum: 0n })).toBeNull()
  })

  it('mirrors', () => {
    const total = fc.record({ ratings: fc.integer({ min: 1, max: 4 }), sum: fc.bigInt({ min: 0n, max: 40n }) })
    const mirror = { win: 'loss', tie: 'tie', loss: 'win' }
    fc.assert(
      fc.property(total, total, fc.bigInt({ min: 0n, max: 5n }), (a, b, threshold) => {
        const outcome = outcomeFromScores(a, b, rational(threshold, 2n))
        expect(outcomeFromScores(b, a, rational(threshold, 2n))).toBe(mirror[outcome ?? 'tie'])
      }),
    )
  })
})

const done: SessionFigures = {
  completed: true,
  criteriaMet: 4,
  criteria: 4,
  toolSuccesses: 18,
  toolCalls: 20,
  tokens: 50_000,
}
const failed: SessionFigures = { ...done, completed: false, criteriaMet: 2 }

describe('outcomeFromSessions', () => {
  it('lets completion decide before anything else', () =>
    expect(outcomeFromSessions({ ...done, toolSuccesses: 1, tokens: 9e6 }, failed)).toEqual({
      outcome: 'win',
      decidedBy: 'completion',
      completionOnly: 'win',
    }))

  it('breaks ties of completed sessions by tool calls, then by tokens, outside the bands only', () => {
    const against = (other: Partial<SessionFigures>) => outcomeFromSessions(done, { ...done, ...other })
    expect(against({ toolSuccesses: 20 })).toEqual({ outcome: 'loss', decidedBy: 'tools', completionOnly: 'tie' })
    // Exactly 5 points, and exactly 10 % of the larger number, are inside.
    expect(against({ toolSuccesses: 19 })).toMatchObject({ outcome: 'tie', decidedBy: null })
    expect(against({ toolSuccesses: 19, tokens: 60_000 })).toMatchObject({ outcome: 'win', decidedBy: 'tokens' })
    expect(against({ tokens: 45_000 })).toMatchObject({ outcome: 'tie', decidedBy: null })
    expect(against({ tokens: 44_999 })).toMatchObject({ outcome: 'loss', decidedBy: 'tokens' })
    expect(against({ toolCalls: 0, toolSuccesses: 0, tokens: null })).toMatchObject({ outcome: 'tie', decidedBy: null })
  })

  it('never lets effort decide between failures', () => {
    expect(outcomeFromSessions(failed, { ...failed, tokens: 1, toolSuccesses: 20 })).toMatchObject({ outcome: 'tie' })
    expect(outcomeFromSessions(failed, { ...failed, criteriaMet: 1, tokens: 1 })).toEqual({
      outcome: 'win',
      decidedBy: 'criteria',
      completionOnly: 'tie',
    })
  })
})
