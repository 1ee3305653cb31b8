import { describe, expect, it } from 'vitest'
import { mulberry32 } from '../random/mulberry32'
import { bootstrapBradleyTerryByCluster } from './bootstrap-bradley-terry-by-cluster'
import { bootstrapBradleyTerryByPattern } from './bootstrap-bradley-terry-by-pattern'
import type { CountedComparison } from './counted-comparison'

const compared = (first: number, second: number, outcome: CountedComparison['outcome'], count = 1) => ({
  first,
  second,
  outcome,
  count,
})

describe('bootstrap over patterns of clusters', () => {
  const patterns = [
    { comparisons: [compared(0, 1, 'first'), compared(0, 2, 'first'), compared(1, 2, 'tie')], clusters: 40 },
    { comparisons: [compared(1, 0, 'first', 2), compared(1, 2, 'second')], clusters: 25 },
    { comparisons: [compared(0, 2, 'second'), compared(0, 1, 'tie'), compared(2, 1, 'second')], clusters: 30 },
  ]
  const clusters = patterns.flatMap(pattern => Array.from({ length: pattern.clusters }, () => pattern.comparisons))

  it('is distributed as the bootstrap over the clusters themselves', () => {
    const options = () => ({ random: mulberry32(7), replicates: 4000 })
    const [fast, slow] = [
      bootstrapBradleyTerryByPattern(3, patterns, options()),
      bootstrapBradleyTerryByCluster(3, clusters, options()),
    ]
    expect(fast).toMatchObject({ n: slow.n, method: slow.method, reason: null })
    for (const [index, one] of (fast.strengths ?? []).entries()) {
      const other = slow.strengths?.[index]
      expect(one.value).toBe(other?.value)
      expect(one.standardError / (other?.standardError ?? 0)).toBeCloseTo(1, 1)
      expect(one.lower).toBeCloseTo(other?.lower ?? 0, 1)
      expect([one.firstRank, one.lastRank]).toEqual([other?.firstRank, other?.lastRank])
    }
  })

  it('gives no interval to one cluster, and says why there are no strengths', () => {
    const [first] = patterns
    const one = first ? [{ ...first, clusters: 1 }] : []
    const circle = [compared(0, 1, 'first'), compared(1, 2, 'first'), compared(2, 0, 'first')]
    expect(
      bootstrapBradleyTerryByPattern(3, [{ comparisons: circle, clusters: 1 }], { random: mulberry32(1) }).reason,
    ).toBe('single-cluster')
    expect(bootstrapBradleyTerryByPattern(3, one, { random: mulberry32(1) }).reason).toBe('separation')
    expect(bootstrapBradleyTerryByPattern(3, [], { random: mulberry32(1) }).reason).toBe('no-data')
  })

  it('takes no longer for a million clusters', () => {
    const many = patterns.map(pattern => ({ ...pattern, clusters: pattern.clusters * 10_000 }))
    const found = bootstrapBradleyTerryByPattern(3, many, { random: mulberry32(1), replicates: 200 })
    expect(found.strengths?.[0]?.standardError).toBeLessThan(0.01)
  })
})
