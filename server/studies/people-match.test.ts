import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languageCapacity, languageNeeds, mismatch, type StudyPerson, shortages, type UnitGroup } from './people-match'
import { presetProtocol } from './presets'

const protocol = presetProtocol('general-chat')
const person = (over: Partial<StudyPerson> = {}): StudyPerson => ({
  userId: 'p',
  languages: [{ tag: 'zh', proficiency: 'FLUENT' }],
  expertise: ['math'],
  quota: null,
  ...over,
})
const group = (language: string, category: string | null = null, items = 10): UnitGroup => ({
  language,
  category,
  items,
  units: items,
})

describe('mismatch', () => {
  it('matches a longer tag by prefix, not a shorter one', () => {
    expect(mismatch(person(), group('zh-Hans'), protocol)).toBeNull()
    expect(mismatch(person({ languages: [{ tag: 'zh-Hans', proficiency: 'NATIVE' }] }), group('zh'), protocol)).toBe(
      'language',
    )
  })

  it('names the reason', () => {
    const basic = person({ languages: [{ tag: 'zh', proficiency: 'BASIC' }] })
    expect(mismatch(basic, group('zh'), protocol)).toBe('proficiency')
    expect(mismatch(person(), group('zh', 'code'), { ...protocol, expertise: 'require' })).toBe('expertise')
    expect(mismatch(person(), group('zh', 'math'), { ...protocol, expertise: 'require' })).toBeNull()
    expect(mismatch(person(), group('zh', null), { ...protocol, expertise: 'require' })).toBe('expertise')
    expect(mismatch(person({ quota: 0 }), group('zh'), protocol)).toBe('quota')
  })
})

describe('needs and capacity', () => {
  const groups = fc.array(
    fc
      .record({
        language: fc.constantFrom('en', 'zh', 'zh-Hans', 'ar'),
        category: fc.constantFrom(null, 'math', 'code'),
        items: fc.integer({ min: 1, max: 500 }),
      })
      .map(one => ({ ...one, units: one.items })),
  )

  it('needs at least k and at most k + k′ judgments of each item', () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 }), (all, k, extraAnnotators) => {
        const rules = { ...protocol, annotatorsPerItem: k, overlap: { ...protocol.overlap, extraAnnotators } }
        for (const need of languageNeeds(all, rules)) {
          expect(need.judgments).toBeGreaterThanOrEqual(need.items * k)
          expect(need.judgments).toBeLessThanOrEqual(need.items * (k + extraAnnotators))
        }
      }),
    )
  })

  it('never lets a person judge an item twice or beyond the quota', () => {
    fc.assert(
      fc.property(groups, fc.option(fc.nat(100)), (all, quota) => {
        const capacity = languageCapacity('zh', all, [person({ quota })], protocol)
        const items = all.filter(one => one.language === 'zh').reduce((sum, one) => sum + one.items, 0)
        expect(capacity).toBe(Math.min(items, quota ?? items))
      }),
    )
  })

  it('is short exactly where fewer people match than needed', () => {
    const people = [person(), person({ userId: 'q' })]
    expect(shortages([group('zh'), group('ar')], people, protocol, 2)).toEqual([
      { ...group('ar'), matching: 0, needed: 2 },
    ])
  })
})
