import { describe, expect, test } from 'vitest'
import { buildHeadToHead, type ModelPair } from './head-to-head'

const model = (id: string) => ({ id, name: id.toUpperCase() })
const pair = (first: string, second: string, wins: number, ties: number, losses: number): ModelPair => ({
  first,
  second,
  wins,
  ties,
  losses,
  judgments: wins + ties + losses,
  unusable: 0,
  identical: 0,
})

describe('head to head', () => {
  test('the published triples: percentages sum to 100.0, a cell is the mirror of its opposite', () => {
    const found = buildHeadToHead(
      [model('a'), model('b'), model('c'), model('d')],
      [pair('a', 'b', 21, 5, 26), pair('a', 'c', 28, 9, 15), pair('a', 'd', 42, 4, 6)],
    )
    const [first, second] = found.rows
    expect(first?.cells.map(cell => cell?.percentages ?? null)).toEqual([
      null,
      ['40.4', '9.6', '50.0'],
      ['53.9', '17.3', '28.8'],
      ['80.8', '7.7', '11.5'],
    ])
    expect(second?.cells[0]).toMatchObject({ wins: 26, ties: 5, losses: 21, n: 52 })
    expect(second?.cells[2]).toBeNull()
    expect(first?.total).toMatchObject({ wins: 91, ties: 18, losses: 47, n: 156 })
    expect(found.verdict).toBe('connected')
    expect(found.scales).toHaveLength(2)
    expect(found.scales[0]?.rows.map(row => row.model.id)).toEqual(['b', 'a', 'c', 'd'])
  })

  test('separated comparisons give the order and a labelled fallback; unconnected ones give groups and no scale', () => {
    const separated = buildHeadToHead([model('a'), model('b')], [pair('a', 'b', 5, 0, 0)])
    expect(separated.verdict).toBe('separation')
    expect(separated.groups.map(group => group.map(one => one.id))).toEqual([['a'], ['b']])
    expect(separated.scales[0]?.method).toContain('Firth')
    const apart = buildHeadToHead(['a', 'b', 'c', 'd', 'e'].map(model), [
      pair('a', 'b', 2, 0, 1),
      pair('c', 'd', 1, 1, 1),
    ])
    expect(apart.verdict).toBe('disconnected')
    expect(apart.groups).toHaveLength(2)
    expect(apart.scales).toEqual([])
    expect(apart.uncompared.map(one => one.id)).toEqual(['e'])
  })

  test('nothing compared is nothing, not zero', () => {
    const none = buildHeadToHead([model('a'), model('b')], [])
    expect(none.verdict).toBe('none')
    expect(none.rows[0]?.cells).toEqual([null, null])
    expect(none.rows[0]?.total.percentages).toBeNull()
  })
})
