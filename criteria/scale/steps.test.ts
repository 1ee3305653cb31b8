import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatSteps, stepCount, toSteps } from './steps'

const scales = fc.constantFrom(
  { min: 0, max: 10, step: 1 },
  { min: 0, max: 10, step: 0.5 },
  { min: 0, max: 10, step: 0.2 },
  { min: 0, max: 10, step: 0.1 },
  { min: -3, max: 3, step: 0.5 },
  { min: 1, max: 7, step: 1 },
)

describe('steps', () => {
  test('a score and its steps are the same thing', () => {
    fc.assert(
      fc.property(scales, fc.nat(), (scale, any) => {
        const steps = any % (stepCount(scale) + 1)
        expect(toSteps(Number(formatSteps(steps, scale)), scale)).toBe(steps)
      }),
    )
  })

  test('what does not lie on the scale is null', () => {
    expect(toSteps(7.5, { min: 0, max: 10, step: 1 })).toBeNull()
    expect(toSteps(8.3, { min: 0, max: 10, step: 0.2 })).toBeNull()
    expect(toSteps(8.25, { min: 0, max: 10, step: 0.1 })).toBeNull()
    expect(toSteps(11, { min: 0, max: 10, step: 1 })).toBeNull()
    expect(toSteps(Number.NaN, { min: 0, max: 10, step: 1 })).toBeNull()
  })

  test('differences are exact where floats are not', () => {
    const scale = { min: 0, max: 10, step: 0.1 }
    expect((toSteps(8.3, scale) ?? 0) - (toSteps(8.2, scale) ?? 0)).toBe(1)
    expect(8.3 - 8.2 > 0.1).toBe(true)
  })
})
