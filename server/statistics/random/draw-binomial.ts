// How many of n trials succeed, drawn exactly and in constant time, however large n is.
import type { Random } from './mulberry32'

/** ln k! minus Stirling's main terms, for k = 0 … 9. */
const corrections = [
  0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.02079067210376509, 0.0166446911898211,
  0.0138761288230707, 0.0118967099458917, 0.010411265261972, 0.00925546218271273, 0.00833056343336287,
]

function stirlingCorrection(k: number): number {
  const known = corrections[k]
  if (known !== undefined) return known
  const next = k + 1
  return (1 / 12 - (1 / 360 - 1 / 1260 / (next * next)) / (next * next)) / next
}

/** Sequential search from 0; for a small mean. */
function invert(n: number, p: number, random: Random): number {
  const odds = p / (1 - p)
  for (;;) {
    let left = random()
    let chance = Math.exp(n * Math.log1p(-p))
    for (let count = 0; count <= n; count++) {
      if (left < chance) return count
      left -= chance
      chance *= (odds * (n - count)) / (count + 1)
    }
    // Rounding left a sliver beyond n: draw again.
  }
}

/** Hörmann's transformed rejection with a squeeze (BTRS); for n·p ≥ 10 and p ≤ ½. */
function reject(n: number, p: number, random: Random): number {
  const spread = Math.sqrt(n * p * (1 - p))
  const b = 1.15 + 2.53 * spread
  const a = -0.0873 + 0.0248 * b + 0.01 * p
  const centre = n * p + 0.5
  const inside = 0.92 - 4.2 / b
  const odds = p / (1 - p)
  const alpha = (2.83 + 5.1 / b) * spread
  const mode = Math.floor((n + 1) * p)
  for (;;) {
    const u = random() - 0.5
    const v = random()
    const fromEdge = 0.5 - Math.abs(u)
    const k = Math.floor(((2 * a) / fromEdge + b) * u + centre)
    if (fromEdge >= 0.07 && v <= inside) return k
    // A u of exactly −½ gives −∞ and goes here too.
    if (!(k >= 0 && k <= n)) continue
    const height = Math.log((v * alpha) / (a / (fromEdge * fromEdge) + b))
    const logRatio =
      (mode + 0.5) * Math.log((mode + 1) / (odds * (n - mode + 1))) +
      (n + 1) * Math.log((n - mode + 1) / (n - k + 1)) +
      (k + 0.5) * Math.log((odds * (n - k + 1)) / (k + 1)) +
      stirlingCorrection(mode) +
      stirlingCorrection(n - mode) -
      stirlingCorrection(k) -
      stirlingCorrection(n - k)
    if (height <= logRatio) return k
  }
}

/**
 * One draw from the binomial distribution of `n` trials with success probability `p`: exact, not a normal approximation.
 * Inversion where the mean of the rarer side is below 10, else BTRS (Hörmann, The generation of binomial random variates,
 * J. Stat. Comput. Simul. 46, 1993). @throws RangeError unless n is a whole number ≥ 0 and 0 ≤ p ≤ 1
 */
export function drawBinomial(n: number, p: number, random: Random): number {
  if (!(Number.isSafeInteger(n) && n >= 0 && p >= 0 && p <= 1)) throw new RangeError(`No binomial of ${n} and ${p}.`)
  if (p > 0.5) return n - drawBinomial(n, 1 - p, random)
  if (n === 0 || p === 0) return 0
  return n * p < 10 ? invert(n, p, random) : reject(n, p, random)
}
