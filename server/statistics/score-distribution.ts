// How often each score was given, in bins that a reader can take in.

export interface DistributionBin {
  /** First and last step of the bin, both included. */
  firstStep: number
  lastStep: number
  count: number
}

/**
 * Bins `counts` (step → how often) over steps 0 … `lastStep`. With `stepsPerBin` above 1 the top bin is never narrower
 * than asked for: it takes in the maximum (for 0–10 in tenths and 10 steps per bin: 0–0.9 … 8–8.9, 9–10).
 */
export function scoreDistribution(
  counts: ReadonlyMap<number, number>,
  lastStep: number,
  stepsPerBin: number,
): DistributionBin[] {
  const bins = Math.max(1, stepsPerBin === 1 ? lastStep + 1 : Math.floor(lastStep / stepsPerBin))
  return Array.from({ length: bins }, (_, index) => {
    const firstStep = index * stepsPerBin
    const last = index === bins - 1 ? lastStep : firstStep + stepsPerBin - 1
    let count = 0
    for (let step = firstStep; step <= last; step++) count += counts.get(step) ?? 0
    return { firstStep, lastStep: last, count }
  })
}
