import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { criterionSchema, type Rating } from '../../criteria/schema'
import { leastReadingMs } from './reading-time'
import { straightLines, uniformAnswer } from './straight-lining'

describe('the least reading time', () => {
  it('knows the length and the language', () => {
    // 987 characters are a minute of English, 255 a minute of Chinese; a third of it at the least.
    expect(leastReadingMs([{ language: 'en', cjkCharacters: 0, otherCharacters: 987 }])).toBe(20_000)
    expect(leastReadingMs([{ language: 'zh-Hans', cjkCharacters: 255, otherCharacters: 0 }])).toBe(20_000)
    expect(leastReadingMs([{ language: 'zh-Hans', cjkCharacters: 0, otherCharacters: 987 }])).toBe(20_000)
    expect(leastReadingMs([{ language: 'en', cjkCharacters: 255, otherCharacters: 0 }])).toBe(20_000)
    expect(leastReadingMs([{ language: 'ar', cjkCharacters: 0, otherCharacters: 612 }])).toBe(20_000)
    expect(leastReadingMs([{ language: 'en', cjkCharacters: 0, otherCharacters: 0 }])).toBe(0)
  })

  it('takes the source of a translation at its own speed', () => {
    // A minute of Arabic and two of Chinese; a third of it at the least.
    const source = { language: 'ar', cjkCharacters: 0, otherCharacters: 612 }
    const responses = { language: 'zh-Hans', cjkCharacters: 510, otherCharacters: 0 }
    expect(leastReadingMs([source, responses])).toBe(60_000)
    expect(leastReadingMs([])).toBe(0)
  })

  it('grows with the texts, up to three minutes', () => {
    const size = fc.nat(1_000_000)
    fc.assert(
      fc.property(size, size, fc.constantFrom('en', 'zh', 'sw', 'ko'), (cjkCharacters, otherCharacters, language) => {
        const ms = leastReadingMs([{ language, cjkCharacters, otherCharacters }])
        expect(ms).toBeGreaterThanOrEqual(0)
        expect(ms).toBeLessThanOrEqual(180_000)
        expect(
          leastReadingMs([{ language, cjkCharacters, otherCharacters: otherCharacters + 100 }]),
        ).toBeGreaterThanOrEqual(ms)
      }),
    )
  })
})

describe('straight-lining', () => {
  const scale = criterionSchema.parse({
    kind: 'scale',
    id: 'score',
    label: 'Score',
    scope: 'response',
    min: 0,
    max: 10,
    step: 1,
    anchors: [],
  })
  const preference = criterionSchema.parse({
    kind: 'preference',
    id: 'overall',
    label: 'Overall',
    scope: 'item',
    strengths: ['more'],
    tie: true,
    bothUnusable: false,
  })
  const scores = (...values: number[]): Rating[] =>
    values.map((value, index) => ({ criterion: 'score', slot: index + 1, value }))

  it('one answer to everything', () => {
    expect(uniformAnswer(scores(10, 10, 10), [scale])).toBe('value 10')
    expect(uniformAnswer(scores(10, 9, 10), [scale])).toBeNull()
    expect(uniformAnswer(scores(10), [scale])).toBeNull()
    expect(uniformAnswer([...scores(4), { criterion: 'score', slot: 2, cannotJudge: 'empty' }], [scale])).toBeNull()
    const first: Rating = { criterion: 'overall', slot: 0, choice: { kind: 'preference', prefer: 'a', strength: 1 } }
    expect(uniformAnswer([first], [preference])).toBe('side a 1')
    expect(uniformAnswer([], [scale])).toBeNull()
  })

  it('a run of five, all of it and nothing else', () => {
    const ten = 'value 10'
    expect(straightLines([null, ten, ten, ten, ten, ten, null, ten])).toEqual([
      false,
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ])
    expect(straightLines([ten, ten, ten, ten, 'value 9', ten])).not.toContain(true)
    expect(straightLines(Array(20).fill(null))).not.toContain(true)
  })

  it('a side is chosen more often by chance', () => {
    expect(straightLines(Array(11).fill('side a 1'))).not.toContain(true)
    expect(straightLines(Array(12).fill('side a 1'))).not.toContain(false)
  })
})
