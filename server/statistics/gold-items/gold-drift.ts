// Does an annotator get worse as the work goes on?
import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import { at } from '../at'
import type { Reason } from '../reason'
import { sum } from '../sum'

export interface GoldDrift {
  /** The chance that a failed gold item came after a passed one: 0.5 is no trend, 1 is all failures at the end. */
  value: number | null
  /** One-sided p of "failures come later"; null when there is nothing to compare. */
  p: number | null
  n: number
  method: string
  reason: Extract<Reason, 'no-data' | 'no-variation'> | null
}

/** P(sum of `size` different places out of 1 … n ≥ least), all choices being equally likely. */
function upperTail(n: number, size: number, least: number): number {
  const most = (size * (2 * n - size + 1)) / 2
  // ways[j][s]: how many sets of j places so far sum to s, in units that keep the numbers small.
  const ways = Array.from({ length: size + 1 }, () => new Float64Array(most + 1))
  at(ways, 0)[0] = 1
  for (let place = 1; place <= n; place++)
    for (let chosen = Math.min(place, size); chosen >= 1; chosen--) {
      const [from, to] = [at(ways, chosen - 1), at(ways, chosen)]
      for (let total = most; total >= place; total--) to[total] = at(to, total) + at(from, total - place)
    }
  const all = at(ways, size)
  return sum(all.subarray(least)) / sum(all)
}

/**
 * Null hypothesis: failures fall on any place in the order of gold items alike. Exact rank-sum test of the places of the
 * failures up to 100 items, normal approximation with continuity correction above. `passes` is in the order of judging.
 * Example: passed, passed, passed, failed, failed → value 1, p = 1/10.
 */
export function goldDrift(passes: readonly boolean[]): GoldDrift {
  const n = passes.length
  const exact = n <= 100
  const method = exact ? 'exact rank-sum test of the places of failures' : 'rank-sum test, normal approximation'
  const places = passes.flatMap((passed, index) => (passed ? [] : [index + 1]))
  const [failures, successes] = [places.length, n - places.length]
  if (failures === 0 || successes === 0)
    return { value: null, p: null, n, method, reason: n === 0 ? 'no-data' : 'no-variation' }
  const total = sum(places)
  const later = total - (failures * (failures + 1)) / 2
  const deviation = Math.sqrt((failures * successes * (n + 1)) / 12)
  const p = exact
    ? upperTail(n, failures, total)
    : normalCdf(-(later - (failures * successes) / 2 - 0.5) / deviation, 0, 1)
  return { value: later / (failures * successes), p, n, method, reason: null }
}
