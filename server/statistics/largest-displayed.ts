// Which of a column's figures are the largest, at the precision at which they are shown.

/**
 * The indices of the largest of `displays` (decimals with equally many places; null is no figure). Figures that look
 * equal are marked alike. Empty when fewer than two figures are there: then there is nothing to be best among.
 */
export function largestDisplayed(displays: readonly (string | null)[]): number[] {
  const digits = displays.map(display => (display === null ? null : BigInt(display.replace('.', ''))))
  const present = digits.filter(value => value !== null)
  if (present.length < 2) return []
  const largest = present.reduce((best, value) => (value > best ? value : best))
  return digits.flatMap((value, index) => (value === largest ? [index] : []))
}
