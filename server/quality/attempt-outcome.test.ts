import { describe, expect, it } from 'vitest'
import { attemptOutcome } from './attempt-outcome'

const rules = { passShare: 0.8, attempts: 2 }

describe('an attempt at a qualification', () => {
  it('is passed with the share that is asked for', () => {
    expect(attemptOutcome({ before: 0, asked: 5, met: 4 }, rules)).toBe('passed')
    expect(attemptOutcome({ before: 0, asked: 5, met: 3 }, rules)).toBe('again')
    expect(attemptOutcome({ before: 1, asked: 5, met: 3 }, rules)).toBe('failed')
    expect(attemptOutcome({ before: 1, asked: 5, met: 5 }, rules)).toBe('passed')
  })

  it('is passed by going through where nothing is asked', () => {
    expect(attemptOutcome({ before: 0, asked: 0, met: 0 }, rules)).toBe('passed')
  })

  it('a share that is no exact binary number is met exactly', () => {
    expect(attemptOutcome({ before: 0, asked: 10, met: 7 }, { passShare: 0.7, attempts: 1 })).toBe('passed')
    expect(attemptOutcome({ before: 0, asked: 3, met: 2 }, { passShare: 2 / 3, attempts: 1 })).toBe('passed')
  })
})
