/**
 * Where a function that falls from positive at `low` to negative at `high` crosses zero, to the last bit. The function is
 * never evaluated at the two ends themselves, where it may be 0/0.
 */
export function bisect(fallsThroughZero: (x: number) => number, low: number, high: number): number {
  let [from, to] = [low, high]
  for (let step = 0; step < 200; step++) {
    const middle = from + (to - from) / 2
    if (middle <= from || middle >= to) break
    if (fallsThroughZero(middle) > 0) from = middle
    else to = middle
  }
  return from + (to - from) / 2
}
