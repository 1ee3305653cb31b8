import { expect, test } from 'vitest'
import { labelTable } from './label-table'

const models = [
  { id: 'a', name: 'A' },
  { id: 'b', name: 'B' },
]

test('labels per model are shares of its judged responses; nothing judged is no share', () => {
  const counts = [
    { modelId: 'a', label: null, judged: 8 },
    { modelId: 'a', label: 'wrong', judged: 2 },
    { modelId: 'a', label: null, judged: 2 },
    { modelId: 'a', label: 'long', judged: 1 },
  ]
  expect(labelTable(counts, models, ['wrong', 'long'])).toEqual([
    {
      model: models[0],
      n: 10,
      labels: [
        { count: 2, share: 0.2 },
        { count: 1, share: 0.1 },
      ],
    },
    {
      model: models[1],
      n: 0,
      labels: [
        { count: 0, share: null },
        { count: 0, share: null },
      ],
    },
  ])
})
