/** The place of each mean, 1 being the highest; equal means share the better one, and a missing one has none. */
export const placesOf = (cells: readonly { mean: number | null }[]): (number | null)[] =>
  cells.map(({ mean }) =>
    // Sums of fractions differ in the last bits.
    mean === null ? null : 1 + cells.filter(other => other.mean !== null && other.mean > mean + 1e-9).length,
  )
