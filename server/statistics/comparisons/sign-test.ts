// Are wins and losses more unequal than a fair coin would make them?
import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf'
import binomialPmf from '@stdlib/stats-base-dists-binomial-pmf'

export interface SignTest {
  /** Exact two-sided p; 1 when nothing was decided. Never rejects too often. */
  p: number
  /** The mid-p variant: about right on average, and may reject slightly too often. */
  midP: number
  /** Decisive comparisons: ties leave the test. */
  n: number
  method: string
}

/**
 * Null hypothesis: a comparison that is not a tie is as likely won as lost. Assumes independent comparisons. Two-sided
 * p = 2·P(X ≤ min(W, L)), X binomial(W + L, ½); mid-p takes half of the observed outcome (McNemar's exact test is the
 * same). Example: 21 wins, 26 losses → p = 0.560, mid-p 0.471.
 */
export function signTest(wins: number, losses: number): SignTest {
  const n = wins + losses
  const method = 'exact sign test without ties'
  if (n === 0) return { p: 1, midP: 1, n, method }
  const fewer = Math.min(wins, losses)
  const twice = 2 * binomialCdf(fewer, n, 0.5)
  return { p: Math.min(1, twice), midP: Math.min(1, twice - binomialPmf(fewer, n, 0.5)), n, method }
}
