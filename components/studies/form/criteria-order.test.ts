import { describe, expect, it } from 'vitest'
import { presetProtocol } from '@/server/studies/presets'
import { moved, renamed } from './criteria-order'

describe('criteria in the form', () => {
  it('change places, and stay where they are at the ends', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
    expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  })

  it('get the id of their new name until they are saved, and what refers to them follows', () => {
    const { criteria } = presetProtocol('general-chat')
    const fresh = renamed(criteria, 0, 'Overall quality', new Set())
    expect(fresh[0]).toMatchObject({ id: 'overall-quality', label: 'Overall quality' })
    expect(fresh[1]).toMatchObject({ required: { criterion: 'overall-quality' } })
    const kept = renamed(criteria, 0, 'Overall quality', new Set(['score']))
    expect(kept[0]).toMatchObject({ id: 'score', label: 'Overall quality' })
    expect(kept[1]).toEqual(criteria[1])
  })
})
