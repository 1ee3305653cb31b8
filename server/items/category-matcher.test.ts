import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { categoryCode, foldCategory, makeCategoryMatcher } from './category-matcher'

const categories = [
  { id: '1', code: 'logic', name: 'Logical Reasoning', shortName: 'Logic', aliases: ['reasoning'] },
  { id: '2', code: 'text-generation', name: 'Text Generation', shortName: 'Text Gen.', aliases: ['writing', 'logic'] },
]

describe('a category', () => {
  const match = makeCategoryMatcher(categories, {
    dialect: { action: 'map', code: 'logic' },
    calibration: { action: 'create', name: 'Calibration' },
    'other logic': { action: 'create', name: 'LOGICAL  reasoning' },
    junk: { action: 'none' },
    lost: { action: 'map', code: 'no-such' },
  })
  test.each([
    ['Text_Generation', 'text-generation'],
    ['TEXT GEN.', 'text-generation'],
    ['text-generation', 'text-generation'],
    [' Writing ', 'text-generation'],
    // A code wins over another's alias.
    ['Logic', 'logic'],
    ['Dialect', 'logic'],
    ['other-logic', 'logic'],
  ])('%j is found', (given, code) => {
    expect(match(given)).toEqual({ kind: 'known', code })
  })

  test('is made, left out or unknown as was chosen', () => {
    expect(match('Calibration')).toEqual({
      kind: 'created',
      code: 'calibration',
      name: 'Calibration',
      shortName: 'Calibration',
    })
    expect([match('junk'), match(''), match('lost'), match('nothing')].map(found => found.kind)).toEqual([
      'none',
      'none',
      'unknown',
      'unknown',
    ])
  })

  test('is folded the same way twice, and keeps other scripts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), given => {
        expect(foldCategory(foldCategory(given))).toBe(foldCategory(given))
      }),
    )
    expect(categoryCode('逻辑 推理!')).toBe('逻辑-推理')
  })
})
