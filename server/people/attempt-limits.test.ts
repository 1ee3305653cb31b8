import { expect, test } from 'vitest'
import { waitMinutes } from './attempt-limits'

test('waiting is said in whole minutes and never as none', () => {
  expect([0, 1, 60_000, 60_001, 900_000].map(waitMinutes)).toEqual([1, 1, 1, 2, 15])
})
