import { describe, expect, it } from 'vitest'
import { type ItemSelection, readItemSelection, writeItemSelection } from './item-selection'

const [first, second] = ['0b1d5f3e-2b6e-4c1a-9d7e-1f2a3b4c5d6e', '7c1d5f3e-2b6e-4c1a-9d7e-1f2a3b4c5d6f'] as const
const filter = { judgments: 'original' as const, without: [] }

describe('items behind a number', () => {
  it.each<ItemSelection>([
    { filter },
    { filter, model: first, criterion: 'score', score: 7 },
    {
      filter: { ...filter, languages: ['zh'], without: ['too-fast'] },
      pair: [first, second],
      outcome: 'win',
      threshold: 0.5,
    },
    { filter, model: first, criterion: 'tags', label: 'wrong', search: 'a & b, c' },
  ])('come back from their address: %o', selection => {
    expect(readItemSelection(writeItemSelection(selection))).toEqual(selection)
    expect(readItemSelection(Object.fromEntries(writeItemSelection(selection)))).toMatchObject({ pair: selection.pair })
  })

  it.each([
    ['model=x', 'model'],
    [`pair=${first}`, 'pair'],
    ['outcome=win', 'outcome'],
    ['score=7', 'model'],
    [`model=${first}&score=-1`, 'score'],
    ['without=slow', 'without'],
  ])('refuses %s, and names the parameter', (address, parameter) => {
    expect(() => readItemSelection(new URLSearchParams(address))).toThrow(
      expect.objectContaining({ code: 'invalid', detail: { parameter } }),
    )
  })
})
