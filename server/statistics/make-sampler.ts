// Samples for simulations.
import type { Random } from './random/mulberry32'

/** Draws from common distributions with the given generator. */
export function makeSampler(random: Random) {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  /** An index, each as likely as its weight says; weights sum to 1. */
  const category = (weights: readonly number[]) => {
    let left = random()
    const index = weights.findIndex(weight => {
      left -= weight
      return left < 0
    })
    return index === -1 ? weights.length - 1 : index
  }
  const binomial = (n: number, p: number) => times(n, random).filter(u => u < p).length
  const shuffled = <T>(values: readonly T[]): T[] =>
    values
      .map(value => ({ value, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ value }) => value)
  return { normal, category, binomial, shuffled, integer: (below: number) => Math.floor(random() * below) }
}

function times<T>(n: number, draw: () => T): T[] {
  return Array.from({ length: n }, draw)
}
