import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toSteps } from '../../criteria/scale/steps'
import { anchorValues, keepAnchors } from './scale-anchors'

describe('anchor values', () => {
  it.each([
    [{ min: 0, max: 3, step: 1 }, [0, 1, 2, 3]],
    [{ min: 0, max: 2, step: 0.1 }, [0, 1, 2]],
    [{ min: 0, max: 100, step: 1 }, [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]],
    [{ min: 0, max: 0, step: 1 }, []],
    [{ min: 0, max: 1, step: 0 }, []],
  ])('of %j', (scale, values) => expect(anchorValues(scale)).toEqual(values))

  it('all lie on the scale, rise, and hold both ends', () => {
    const scales = fc
      .record({
        min: fc.integer({ min: -50, max: 50 }),
        range: fc.integer({ min: 1, max: 500 }),
        step: fc.constantFrom(1, 0.5, 0.2, 0.1),
      })
      .map(({ min, range, step }) => ({ min, max: min + range, step }))
    fc.assert(
      fc.property(scales, scale => {
        const values = anchorValues(scale)
        expect(values[0]).toBe(scale.min)
        expect(values.at(-1)).toBe(scale.max)
        expect(values.length).toBeLessThanOrEqual(21)
        for (const [index, value] of values.entries()) {
          expect(toSteps(value, scale)).not.toBeNull()
          if (index > 0) expect(value).toBeGreaterThan(values[index - 1] ?? Number.POSITIVE_INFINITY)
        }
      }),
    )
  })
})

describe('kept anchors', () => {
  it('drops empty words and values off the scale, and sorts', () => {
    const anchors = [
      { value: 4, text: 'four' },
      { value: 1, text: 'one' },
      { value: 0, text: '  ' },
      { value: 11, text: 'eleven' },
    ]
    expect(keepAnchors(anchors, { min: 0, max: 10, step: 1 }).map(anchor => anchor.value)).toEqual([1, 4])
  })
})
