// Why a statistic is missing or degenerate. A closed list, so that an interface can word each of them.

export type Reason =
  /** Nothing was observed. */
  | 'no-data'
  /** One observation has a mean and no spread. */
  | 'single-value'
  /** All observations are equal: the interval has no width and no test of it exists. */
  | 'zero-variance'
  /** Every pair is a tie. */
  | 'all-ties'
  /** Everything observed is one value, so agreement beyond chance is 0/0. */
  | 'no-variation'
  /** No unit was judged twice. */
  | 'no-pairable-units'
  /** One group of clusters or blocks: nothing to compare it with. */
  | 'single-cluster'
  /** Some models beat all the others every time: the strengths would be infinite. */
  | 'separation'
  /** Some models were never compared with the others, not even through third ones. */
  | 'disconnected'
  /** No comparison is a tie, so nothing can be said of ties. */
  | 'no-ties'
  /** Every comparison is a tie. */
  | 'no-decisive-comparisons'
  /** The iteration did not settle; nothing it reached is shown. */
  | 'not-converged'
  /** Not every pair has one preferred side. */
  | 'incomplete'
  /** The data have fewer rows than the model has parameters. */
  | 'too-few-observations'
  /** The bootstrap had too few samples in which the statistic is defined. */
  | 'too-few-replicates'
