import { expect, test } from 'vitest'
import { sampleSize } from './sample-size'

test('a share, rounded up, at least the minimum and never more than there are', () => {
  const rules = { sampleShare: 0.05, sampleMinimum: 5 }
  expect([0, 3, 80, 100, 101, 1000].map(count => sampleSize(count, rules))).toEqual([0, 3, 5, 5, 6, 50])
})
