import type { Protocol } from '../studies/schema'

/** How many judgments of a batch are looked at: its share, rounded up, and at least the minimum, or all there are. */
export const sampleSize = (
  judgments: number,
  { sampleShare, sampleMinimum }: NonNullable<Protocol['batches']>,
): number => Math.min(judgments, Math.max(sampleMinimum, Math.ceil(judgments * sampleShare - 1e-9)))
