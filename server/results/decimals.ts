/** A figure with so many decimals and a proper minus sign, for tables. Null is a dash. */
export function decimals(value: number | null, places: number): string {
  if (value === null) return '–'
  const text = value.toFixed(places)
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−')
}
