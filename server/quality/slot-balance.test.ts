import { describe, expect, it } from 'vitest'
import { positionAudit } from '../statistics/design/position-audit'
import { slotBalance } from './slot-balance'

describe('balance of slots', () => {
  it("is Anderson's Q of one set of models", () => {
    const found = slotBalance([
      { order: ['a', 'b'], judgments: 60 },
      { order: ['b', 'a'], judgments: 40 },
    ])
    expect(found).toMatchObject({ q: 4, degreesOfFreedom: 1, judgments: 100 })
    expect(found.p).toBeCloseTo(0.0455, 4)
    expect(found.tables[0]).toEqual({
      models: ['a', 'b'],
      shown: [
        [60, 40],
        [40, 60],
      ],
      judgments: 100,
    })
  })

  it('adds up over sets: pairs, and items that lack a response', () => {
    const found = slotBalance([
      { order: ['a', 'b'], judgments: 30 },
      { order: ['c', 'b', 'a'], judgments: 4 },
      { order: ['a', 'c', 'b'], judgments: 5 },
      { order: ['b', 'a'], judgments: 20 },
      { order: ['a'], judgments: 9 },
    ])
    const three = positionAudit([
      [5, 0, 4],
      [0, 4, 5],
      [4, 5, 0],
    ])
    expect(found.q).toBeCloseTo(2 + (three.q ?? Number.NaN), 10)
    expect(found).toMatchObject({ degreesOfFreedom: 5, judgments: 59 })
  })

  it('has nothing to say where nothing stood in an order', () => {
    expect(slotBalance([{ order: ['a'], judgments: 9 }])).toMatchObject({ q: null, p: null, judgments: 0 })
  })
})
