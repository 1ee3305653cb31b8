/** Ranks 1 … n of values, smallest first; equal values share the mean of their ranks. Example: 5, 3, 5 → 2.5, 1, 2.5. */
export function midranks(values: readonly number[]): number[] {
  const ascending = values.toSorted((a, b) => a - b)
  const places = new Map<number, { first: number; count: number }>()
  for (const [index, value] of ascending.entries()) {
    const place = places.get(value) ?? { first: index + 1, count: 0 }
    place.count += 1
    places.set(value, place)
  }
  return values.map(value => {
    const place = places.get(value)
    return place === undefined ? Number.NaN : place.first + (place.count - 1) / 2
  })
}
