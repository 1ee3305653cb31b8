import { expect, test } from 'vitest'
import { penaltyTable } from './penalty-table'

const models = [
  { id: 'a', name: 'A' },
  { id: 'b', name: 'B' },
]

test('the mean weight of marks over items, with the marks behind it; nothing judged is no number', () => {
  const totals = [
    { modelId: 'a', ratingsPerItem: 2, items: 1, sum: 6000n },
    { modelId: 'a', ratingsPerItem: 1, items: 3, sum: 1000n },
  ]
  const counts = [
    { modelId: 'a', severity: 'major', marks: 1 },
    { modelId: 'a', severity: 'minor', marks: 2 },
  ]
  const severities = ['minor', 'major', 'critical']
  // (6/2 + 1) / 4 items.
  expect(penaltyTable(totals, counts, models, severities)).toEqual([
    { model: models[0], n: 4, display: '1.00', marks: [2, 1, 0] },
    { model: models[1], n: 0, display: '–', marks: [0, 0, 0] },
  ])
})
