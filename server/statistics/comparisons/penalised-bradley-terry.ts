// Finite strengths where ordinary ones are infinite. Always shown under its own name.
import { sum } from '../sum'
import { comparedPairs } from './compared-pairs'
import { comparisonComponents } from './comparison-components'
import { describeStrengths } from './describe-strengths'
import { fitPairedLogit } from './fit-paired-logit'
import type { PairCounts } from './pair-counts'
import type { FittedStrengths, NoStrengths } from './strength-fit'

const method = "Bradley–Terry with Firth's penalty (fallback for separated comparisons), strengths sum to zero"

/**
 * Estimand as in `bradleyTerry`, shrunk: Firth's penalised likelihood (Jeffreys' prior; Firth 1993, Heinze & Schemper
 * 2002) is finite also when a model wins every time, and biased towards equality. Standard errors from the information at
 * the estimate; ties are half wins. Disconnected comparisons still have no joint strengths.
 * Example: 5 wins and a tie → ±0.896.
 */
export function penalisedBradleyTerry(counts: PairCounts, level = 0.95): FittedStrengths | NoStrengths {
  const pairs = comparedPairs(counts)
  const n = sum(pairs.map(pair => pair.n))
  const components = comparisonComponents(counts)
  if (counts.wins.length === 0) return { strengths: null, n, method, reason: 'no-data', components }
  if (components.verdict === 'disconnected')
    return { strengths: null, n, method, reason: components.verdict, components }
  const fit = fitPairedLogit(counts.wins.length, pairs, true)
  if (fit === null) return { strengths: null, n, method, reason: 'not-converged', components }
  const terms = pairs.map(pair => {
    const [won, p] = [pair.firstWins + pair.ties / 2, fit.probability(pair)]
    return won * Math.log(p) + (pair.n - won) * Math.log1p(-p)
  })
  return {
    strengths: describeStrengths(fit.beta, fit.inverseInformation, level),
    covariance: fit.inverseInformation.to2DArray(),
    logLikelihood: sum(terms),
    n,
    method,
    reason: null,
  }
}
