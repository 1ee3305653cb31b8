import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coversLanguage, matchingLanguages, scarcestFirst } from './language-match'

describe('languages', () => {
  test('a shorter tag covers longer ones, not the reverse', () => {
    expect(coversLanguage('zh', 'zh-Hans')).toBe(true)
    expect(coversLanguage('zh', 'ZH-hans-CN')).toBe(true)
    expect(coversLanguage('zh-Hans', 'zh')).toBe(false)
    expect(coversLanguage('z', 'zh')).toBe(false)
    expect(coversLanguage('en', 'eng')).toBe(false)
  })

  test('the proficiency must reach the minimum', () => {
    const spoken = [
      { tag: 'en', proficiency: 'NATIVE' as const },
      { tag: 'de', proficiency: 'BASIC' as const },
    ]
    expect(matchingLanguages(spoken, ['de', 'en', 'fr'], 'FLUENT')).toEqual(['en'])
    expect(matchingLanguages(spoken, ['de', 'en', 'fr'], 'BASIC')).toEqual(['de', 'en'])
  })

  test('scarcest first keeps each person’s languages and orders them by speakers', () => {
    const order = scarcestFirst(
      new Map([
        ['a', ['en', 'sw']],
        ['b', ['en']],
        ['c', ['en', 'fr']],
        ['d', ['fr']],
      ]),
    )
    expect(order.get('a')).toEqual(['sw', 'en'])
    expect(order.get('c')).toEqual(['fr', 'en'])
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(fc.constantFrom('en', 'fr', 'sw', 'zh'))), people => {
        const given = new Map(people.map((tags, index) => [String(index), tags]))
        for (const [person, tags] of scarcestFirst(given))
          expect([...tags].sort()).toEqual([...(given.get(person) ?? [])].sort())
      }),
    )
  })
})
