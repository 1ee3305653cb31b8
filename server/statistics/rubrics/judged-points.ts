/**
 * What one response got for the points of its rubric: 0 not met … 1 met, partly in between; null for a point that was not
 * judged (it is left out, never 0).
 */
export type JudgedPoints = readonly (number | null)[]
