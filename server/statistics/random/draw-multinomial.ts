import { at } from '../at'
import { sum } from '../sum'
import { drawBinomial } from './draw-binomial'
import type { Random } from './mulberry32'

/**
 * How often each cell comes up when `n` times one cell is drawn, each as likely as its weight: an exact multinomial, as a
 * chain of binomials. With counts as weights and n their sum it is a bootstrap sample of everything that was counted, at
 * the cost of the cells and not of the observations. @throws RangeError when n > 0 and no weight is positive
 */
export function drawMultinomial(n: number, weights: readonly number[], random: Random): number[] {
  const drawn = new Array<number>(weights.length).fill(0)
  let weightLeft = sum(weights)
  if (n > 0 && !(weightLeft > 0)) throw new RangeError('Nothing can be drawn without weights.')
  let left = n
  // The last cell with any weight takes what is left: rounding of the weights must lose no observation.
  const last = weights.findLastIndex(weight => weight > 0)
  for (let cell = 0; cell <= last && left > 0; cell++) {
    const weight = at(weights, cell)
    if (weight === 0) continue
    const count = cell === last || weight >= weightLeft ? left : drawBinomial(left, weight / weightLeft, random)
    drawn[cell] = count
    left -= count
    weightLeft -= weight
  }
  return drawn
}
