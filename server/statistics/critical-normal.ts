import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'

/** How many standard errors a two-sided interval of this level reaches to each side: 1.959964 for 0.95. */
export function criticalNormal(level: number): number {
  return normalQuantile(1 - (1 - level) / 2, 0, 1)
}
