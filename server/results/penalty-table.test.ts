import { expect, test } from 'vitest'
import { penaltyTable } from './penalty-table'

const models = [
  { id: 'a', name: 'A' },
  { id: 'b', name: 'B' },
]

test('the mean weight of marks over items, with the marks behind it; nothing judged is no number', () => {
  const totals = [
    { language: 'zh>en', modelId: 'a', ratingsPerItem: 2, items: 1, sum: 6000n },
    { language: 'zh>en', modelId: 'a', ratingsPerItem: 1, items: 3, sum: 1000n },
    { language: 'ar>en', modelId: 'a', ratingsPerItem: 1, items: 1, sum: 25000n },
  ]
  const counts = [
    { language: 'zh>en', modelId: 'a', severity: 'major', marks: 1 },
    { language: 'zh>en', modelId: 'a', severity: 'minor', marks: 2 },
    { language: 'ar>en', modelId: 'a', severity: 'critical', marks: 1 },
  ]
  const severities = ['minor', 'major', 'critical']
  // (6/2 + 1) / 4 items; with Arabic (6/2 + 1 + 25) / 5.
  expect(penaltyTable(totals, counts, 'zh>en', models, severities)).toEqual([
    { model: models[0], n: 4, display: '1.00', marks: [2, 1, 0] },
    { model: models[1], n: 0, display: '–', marks: [0, 0, 0] },
  ])
  expect(penaltyTable(totals, counts, null, models, severities)[0]).toMatchObject({ n: 5, display: '5.80' })
})
