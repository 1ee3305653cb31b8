// A common scale for items that were compared in pairs.
import { sum } from '../sum'
import { type ComparedPair, comparedPairs } from './compared-pairs'
import { comparisonComponents } from './comparison-components'
import { describeStrengths } from './describe-strengths'
import { fitPairedLogit } from './fit-paired-logit'
import type { PairCounts } from './pair-counts'
import { pairLaplacian } from './pair-laplacian'
import type { FittedStrengths, NoStrengths } from './strength-fit'

export interface BradleyTerryFit extends FittedStrengths {
  /** Standard errors that believe the model. With ties they are too large: ties vary less than coin flips. */
  modelStandardErrors: number[]
  /** Covariance that believes the model, as other programs print it; without ties it is the usual one. */
  modelCovariance: number[][]
  /** Lack of fit: χ² with `degreesOfFreedom` when every pair was compared often and nothing tied. */
  residualDeviance: number
  degreesOfFreedom: number
}

const method = 'Bradley–Terry, ties as half wins, sandwich standard errors, strengths sum to zero'
const logTerm = (count: number, expected: number) => (count === 0 ? 0 : count * Math.log(count / expected))

/**
 * Estimand: β with logit P(i beats j) = β_i − β_j, Σβ = 0. Assumes independent comparisons and one scale for all of them.
 * Ties count as half a win for each side (as in arena rankings), so the standard errors are sandwich ones: H⁺MH⁺ with M
 * from the outcomes 1, ½, 0 as they were. Connectivity is checked first (Ford 1957): separated or disconnected
 * comparisons give no strengths, but the order or the groups. Example: 6 wins to 4 → ±0.2027.
 */
export function bradleyTerry(counts: PairCounts, level = 0.95): BradleyTerryFit | NoStrengths {
  const pairs = comparedPairs(counts)
  const n = sum(pairs.map(pair => pair.n))
  const components = comparisonComponents(counts)
  const items = counts.wins.length
  if (items === 0) return { strengths: null, n, method, reason: 'no-data', components }
  if (components.verdict !== 'connected') return { strengths: null, n, method, reason: components.verdict, components }
  const fit = fitPairedLogit(items, pairs, false)
  if (fit === null) return { strengths: null, n, method, reason: 'not-converged', components }
  const squares = ({ firstWins, ties, secondWins }: ComparedPair, p: number) =>
    firstWins * (1 - p) ** 2 + secondWins * p ** 2 + ties * (0.5 - p) ** 2
  const meat = pairLaplacian(items, pairs, pair => squares(pair, fit.probability(pair)))
  const covariance = fit.inverseInformation.mmul(meat).mmul(fit.inverseInformation)
  const halves = pairs.map(pair => ({ won: pair.firstWins + pair.ties / 2, p: fit.probability(pair), n: pair.n }))
  return {
    strengths: describeStrengths(fit.beta, covariance, level),
    covariance: covariance.to2DArray(),
    logLikelihood: sum(halves.map(({ won, p, n: all }) => won * Math.log(p) + (all - won) * Math.log1p(-p))),
    n,
    method,
    reason: null,
    modelStandardErrors: fit.inverseInformation.diagonal().map(variance => Math.sqrt(Math.max(0, variance))),
    modelCovariance: fit.inverseInformation.to2DArray(),
    residualDeviance:
      2 * sum(halves.map(({ won, p, n: all }) => logTerm(won, all * p) + logTerm(all - won, all * (1 - p)))),
    degreesOfFreedom: pairs.length - (items - 1),
  }
}
