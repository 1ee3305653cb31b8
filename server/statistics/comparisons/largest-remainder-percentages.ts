/**
 * Percentages of counts, as they are printed: they sum to exactly 100 (largest remainder, Hamilton's method). Of equal
 * remainders the larger count goes first, then the one listed first. Null when nothing was counted.
 * Example: 28, 9, 15 with one decimal → 53.9, 17.3, 28.8 (plain rounding sums to 99.9).
 */
export function largestRemainderPercentages(counts: readonly number[], decimals = 1): string[] | null {
  const total = counts.reduce((all, count) => all + BigInt(count), 0n)
  if (total === 0n) return null
  const units = 100n * 10n ** BigInt(decimals)
  const shares = counts.map((count, index) => {
    const scaled = BigInt(count) * units
    return { index, count, units: scaled / total, remainder: scaled % total }
  })
  let missing = units - shares.reduce((all, share) => all + share.units, 0n)
  const byRemainder = shares.toSorted((a, b) => {
    if (a.remainder !== b.remainder) return a.remainder > b.remainder ? -1 : 1
    return b.count - a.count || a.index - b.index
  })
  for (const share of byRemainder) {
    if (missing === 0n) break
    share.units += 1n
    missing -= 1n
  }
  return shares.map(share => {
    const digits = share.units.toString().padStart(decimals + 1, '0')
    return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  })
}
