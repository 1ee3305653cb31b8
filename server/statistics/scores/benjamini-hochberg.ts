/**
 * p values adjusted for exploration (Benjamini & Hochberg 1995): of what is called significant, at most the level's share
 * is expected to be false. Assumes independent or positively related tests. Order is kept; null stays null and is not
 * counted. Example: .01, .04, .03, .005 → .02, .04, .04, .02.
 */
export function benjaminiHochberg(pValues: readonly (number | null)[]): (number | null)[] {
  const adjusted: (number | null)[] = pValues.map(() => null)
  const defined = pValues.flatMap((p, index) => (p === null ? [] : [{ p, index }])).sort((a, b) => b.p - a.p)
  let smallest = 1
  for (const [place, { p, index }] of defined.entries()) {
    smallest = Math.min(smallest, (p * defined.length) / (defined.length - place))
    adjusted[index] = smallest
  }
  return adjusted
}
