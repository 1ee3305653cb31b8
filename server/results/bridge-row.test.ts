import { expect, test } from 'vitest'
import { bridgeRow } from './bridge-row'

const model = { id: 'm', name: 'An old model' }
const points = (...values: number[]) => values.map(value => ({ numerator: BigInt(value), denominator: 3n }))

test('means over the items that were judged both times, and the difference over them', () => {
  const row = bridgeRow(model, [
    // (1/3 + 2/3) / 2 = 1/2, then 2/3: 1/6 more.
    { first: points(1, 2), again: points(2) },
    // 1, then 1/2: 1/2 less.
    { first: points(3), again: points(1, 2) },
    { first: points(3), again: [] },
  ])
  expect(row).toMatchObject({ model, first: 0.75, difference: { n: 2, wins: 1, losses: 1 } })
  expect(row?.again).toBeCloseTo(7 / 12, 14)
  expect(row?.difference.value).toBeCloseTo(-1 / 6, 14)
})

test('no item was judged both times', () => {
  expect(bridgeRow(model, [])).toBeNull()
  expect(bridgeRow(model, [{ first: [], again: points(1) }])).toBeNull()
})
