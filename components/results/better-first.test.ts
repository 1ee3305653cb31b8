import { expect, test } from 'vitest'
import type { ModelDifference, ModelRank } from '@/server/results/computed/paired-differences'
import { betterFirst, turnedDifference } from './better-first'

const pair = (first: string, second: string, mean: number): ModelDifference => ({
  first,
  second,
  n: 4,
  clusters: null,
  mean,
  lower: mean - 1,
  upper: mean + 2,
  standardError: 0.5,
  effectSize: mean / 2,
  p: 0.04,
  pMethod: 'exact',
  pAdjusted: 0.08,
  wilcoxonP: null,
  wilcoxonMethod: null,
  wins: 3,
  ties: 0,
  losses: 1,
  reason: null,
})
const rank = (id: string): ModelRank => ({ model: { id, name: id }, n: 4, mean: 0, first: 1, last: 2, cluster: 1 })

test('a difference seen from the other side keeps its interval in order', () => {
  expect(turnedDifference(pair('a', 'b', 3))).toMatchObject({
    first: 'b',
    mean: -3,
    lower: -5,
    upper: -2,
    wins: 1,
    losses: 3,
  })
  expect(Object.is(turnedDifference(pair('a', 'b', 0)).mean, 0)).toBe(true)
})

test('pairs stand in the order of the ranks, the better model first', () => {
  const found = betterFirst({
    pairs: [pair('a', 'b', -1), pair('a', 'c', 1), pair('b', 'c', 2)],
    ranks: ['b', 'a', 'c'].map(rank),
  })
  expect(found.map(one => `${one.first}${one.second} ${one.mean}`)).toEqual(['ba 1', 'bc 2', 'ac 1'])
})
