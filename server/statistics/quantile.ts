import { at } from './at'

/** A quantile of values in ascending order (linear interpolation, Hyndman & Fan's type 7). There must be at least one. */
export function quantile(ascending: readonly number[], probability: number): number {
  const place = (ascending.length - 1) * probability
  const below = Math.floor(place)
  const lower = at(ascending, below)
  return lower + (place - below) * (at(ascending, Math.min(below + 1, ascending.length - 1)) - lower)
}
