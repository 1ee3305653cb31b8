// How far each two annotators agree, on what both of them judged.
import type { Metric } from '../../statistics/agreement/difference-metric'
import { krippendorffAlpha } from '../../statistics/agreement/krippendorff-alpha'
import type { AgreementUnits } from './agreement-units'

export interface PairAgreement {
  first: string
  second: string
  /** Units that both judged. */
  n: number
  /** Share of them with equal values. */
  equal: number
  /** Krippendorff's α of the two; null where it is undefined: both gave one value throughout, or a single unit. */
  alpha: number | null
}

export interface PairwiseAgreement {
  /** Those who share units with others, in the order in which they first judged. */
  annotators: string[]
  /** Whoever shares fewer units than those shown. */
  left: number
  pairs: PairAgreement[]
}

/** Most annotators who stand in a matrix. */
export const mostInMatrix = 40

/** Pairs without a common unit are left out. Where there are too many annotators, those who share the most units are shown. */
export function pairwiseAgreement({ annotators, units }: AgreementUnits, metric: Metric): PairwiseAgreement {
  const shared = annotators.map((_, index) => units.filter(unit => (unit[index] ?? null) !== null).length)
  const everybody = [...annotators.keys()].filter(index => (shared[index] ?? 0) > 0)
  const shown = everybody
    .toSorted((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b)
    .slice(0, mostInMatrix)
    .sort((a, b) => a - b)
  const common = new Map<string, [number, number][]>()
  for (const unit of units) {
    const given = shown.flatMap(index => {
      const value = unit[index] ?? null
      return value === null ? [] : [{ index, value }]
    })
    for (const [at, first] of given.entries())
      for (const second of given.slice(at + 1)) {
        const key = `${first.index} ${second.index}`
        const both = common.get(key)
        if (both) both.push([first.value, second.value])
        else common.set(key, [[first.value, second.value]])
      }
  }
  const pairs = shown.flatMap((first, at) =>
    shown.slice(at + 1).flatMap((second): PairAgreement[] => {
      const both = common.get(`${first} ${second}`)
      if (!both) return []
      return [
        {
          first: annotators[first] ?? '',
          second: annotators[second] ?? '',
          n: both.length,
          equal: both.filter(([a, b]) => a === b).length / both.length,
          alpha: krippendorffAlpha(both, metric).value,
        },
      ]
    }),
  )
  return {
    annotators: shown.map(index => annotators[index] ?? ''),
    left: everybody.length - shown.length,
    pairs,
  }
}
