/**
 * p values adjusted for how many there are (Holm 1979, step-down): the family-wise error stays below the level without
 * any assumption. Order is kept; a null p (an undefined test) stays null and is not counted. Never changes its input.
 * Example: .01, .04, .03, .005 → .03, .06, .06, .02.
 */
export function holm(pValues: readonly (number | null)[]): (number | null)[] {
  const adjusted: (number | null)[] = pValues.map(() => null)
  const defined = pValues.flatMap((p, index) => (p === null ? [] : [{ p, index }])).sort((a, b) => a.p - b.p)
  let largest = 0
  for (const [rank, { p, index }] of defined.entries()) {
    largest = Math.max(largest, Math.min(1, p * (defined.length - rank)))
    adjusted[index] = largest
  }
  return adjusted
}
