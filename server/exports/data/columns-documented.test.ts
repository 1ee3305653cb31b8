import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { comparisonColumns } from './comparison-columns'
import { itemColumns } from './item-columns'
import { judgmentColumns } from './judgment-columns'
import { preferenceColumns } from './preference-columns'
import { randomisationColumns } from './randomisation-columns'
import { ratingColumns } from './rating-columns'
import { responseColumns } from './response-columns'

const documented = readFileSync('docs/formats.md', 'utf8')

it.each([
  ['comparisons', comparisonColumns],
  ['items', itemColumns],
  ['judgments', judgmentColumns],
  ['preferences', preferenceColumns],
  ['randomisation', randomisationColumns],
  ['ratings', ratingColumns],
  ['responses', responseColumns],
])('every column of %s stands in docs/formats.md', (_, columns) => {
  const names = columns.map(column => column.name)
  expect(new Set(names).size).toBe(names.length)
  expect(names.filter(name => !new RegExp(`[\`,]${name}[\`,]`).test(documented))).toEqual([])
})
