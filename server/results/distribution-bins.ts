// The distribution of a model's scores in a language, ready to be drawn.

import { formatSteps, type Scale, stepCount } from '../../criteria/scale/steps'
import { type DistributionBin, scoreDistribution } from '../statistics/score-distribution'

export interface LabelledBin extends DistributionBin {
  /** "8", or "8.5–8.9" where a bin holds several scores. */
  label: string
}

const mostBins = 21

/** The fewest steps per bin with which a scale has at most 21 bins. */
export const stepsPerBin = (steps: number): number =>
  [1, 2, 5, 10, 20, 50, 100, 200, 500].find(width => Math.ceil((steps + 1) / width) <= mostBins) ?? 1000

interface Count {
  language: string
  modelId: string
  steps: number
  ratings: number
}

/** Bins over the whole scale, also where nothing was given. `language` null: all together. */
export function distributionBins(
  counts: readonly Count[],
  modelId: string,
  language: string | null,
  scale: Scale,
): LabelledBin[] {
  const own = new Map<number, number>()
  for (const row of counts)
    if (row.modelId === modelId && (language === null || row.language === language))
      own.set(row.steps, (own.get(row.steps) ?? 0) + row.ratings)
  const last = stepCount(scale)
  return scoreDistribution(own, last, stepsPerBin(last)).map(bin => {
    const [from, to] = [formatSteps(bin.firstStep, scale), formatSteps(bin.lastStep, scale)]
    return { ...bin, label: from === to ? from : `${from}–${to}` }
  })
}
