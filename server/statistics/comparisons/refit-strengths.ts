// Fits of very many similar data sets, as a bootstrap needs them.
import type { ComparedPair } from './compared-pairs'
import { fitPairedLogit, type PairedLogit } from './fit-paired-logit'

/**
 * A function that fits other counts of the same items, given the fit of similar ones. It steps with that fit's information,
 * so that no matrix is inverted again, and settles at the same maximum; where it does not soon, the ordinary iteration
 * does. Conditions as for `fitPairedLogit` without the penalty; null when nothing settles.
 */
export function refitStrengths({
  beta,
  inverseInformation,
}: PairedLogit): (pairs: readonly ComparedPair[]) => number[] | null {
  const items = beta.length
  const inverse = Float64Array.from(inverseInformation.to1DArray())
  const score = new Float64Array(items)
  return pairs => {
    const now = Float64Array.from(beta)
    for (let round = 0; round < 60; round++) {
      score.fill(0)
      for (const { first, second, firstWins, ties, n } of pairs) {
        const p = 1 / (1 + Math.exp((now[second] ?? 0) - (now[first] ?? 0)))
        const surplus = firstWins + ties / 2 - n * p
        score[first] = (score[first] ?? 0) + surplus
        score[second] = (score[second] ?? 0) - surplus
      }
      let longest = 0
      for (let item = 0; item < items; item++) {
        let step = 0
        for (let other = 0; other < items; other++) step += (inverse[item * items + other] ?? 0) * (score[other] ?? 0)
        now[item] = (now[item] ?? 0) + step
        longest = Math.max(longest, Math.abs(step))
      }
      if (longest < 1e-11) return [...now]
      // Overshooting: the information is too different.
      if (!(longest < 5)) break
    }
    return fitPairedLogit(items, pairs, false, beta)?.beta ?? null
  }
}
