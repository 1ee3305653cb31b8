/** How tables are printed. */
export interface TableOptions {
  /** Intervals beside the figures that have one. */
  intervals: boolean
}
