import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlapSample } from './overlap-sample'
import { seededRandom } from './seeded-random'

const seed = new Uint8Array(32).fill(3)

test('at least the share of each language × category, and the minimum of each language', () => {
  const stratum = fc.record({
    language: fc.constantFrom('en', 'zh'),
    category: fc.constantFrom('math', 'code', 'logic'),
    size: fc.integer({ min: 1, max: 80 }),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(stratum, { selector: ({ language, category }) => language + category, minLength: 1 }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 60 }),
      (parts, share, minimumPerLanguage) => {
        const strata = parts.map(part => ({
          ...part,
          items: Array.from({ length: part.size }, (_, index) => `${part.language}-${part.category}-${index}`),
        }))
        const chosen = overlapSample(strata, { share, minimumPerLanguage }, seededRandom(seed, 'overlap'))
        for (const { items, size } of strata)
          expect(items.filter(item => chosen.has(item)).length).toBeGreaterThanOrEqual(Math.floor(size * share))
        for (const language of new Set(parts.map(part => part.language))) {
          const all = strata.filter(part => part.language === language).flatMap(part => part.items)
          expect(all.filter(item => chosen.has(item)).length).toBeGreaterThanOrEqual(
            Math.min(minimumPerLanguage, all.length),
          )
        }
        expect(
          overlapSample([...strata].reverse(), { share, minimumPerLanguage }, seededRandom(seed, 'overlap')),
        ).toEqual(chosen)
      },
    ),
  )
})

test('a share of nothing is nothing', () => {
  const strata = [{ language: 'en', category: 'math', items: ['a', 'b'] }]
  expect(overlapSample(strata, { share: 0, minimumPerLanguage: 30 }, seededRandom(seed, 'x')).size).toBe(0)
})
