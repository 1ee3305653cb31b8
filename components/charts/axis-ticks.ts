/** Round numbers, evenly spaced, that begin at or below the least value and end at or above the largest: three to eight. */
export function axisTicks(least: number, most: number): number[] {
  const span = most - least > 0 ? most - least : Math.max(1, Math.abs(least))
  const rough = span / 5
  const power = Math.floor(Math.log10(rough))
  const unit = [1, 2, 5, 10].find(one => one * 10 ** power >= rough) ?? 10
  // Whole multiples of a power of ten: 3 × 0.1 is not 0.3 in binary, 3 / 10 is.
  const at = (multiple: number) => (power < 0 ? (multiple * unit) / 10 ** -power : multiple * unit * 10 ** power)
  const step = at(1)
  const first = Math.floor(least / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(most / step - 1e-9))
  return Array.from({ length: last - first + 1 }, (_, index) => at(first + index))
}
