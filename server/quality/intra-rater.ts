// How much somebody agrees with themselves when an item comes once more.
import type { Criterion } from '../../criteria/schema'
import type { Metric } from '../statistics/agreement/difference-metric'
import { krippendorffAlpha } from '../statistics/agreement/krippendorff-alpha'
import { rawAgreement } from '../statistics/agreement/raw-agreement'
import type { Estimate } from '../statistics/estimate'

export interface IntraRater {
  /** Share of responses (of pairs, for a preference; of their points, for a checklist) that were answered alike. */
  exact: Estimate
  /** Scales only: at most one unit of the scale apart. */
  withinOne: Estimate | null
  /** Krippendorff's α; null where it is undefined. */
  alpha: number | null
  /** Responses, pairs, or points of responses that were judged twice. */
  n: number
}

/** Values of one response the first time and when it came again, in the unit of the criterion (labels: numbered). */
export type RepeatedValue = readonly [first: number, again: number]

const metrics: Partial<Record<Criterion['kind'], Metric>> = {
  scale: 'interval',
  ranking: 'ordinal',
  checklist: 'ordinal',
}

/** Everybody together, or one person; the criterion decides what a difference is. */
export function intraRater(values: readonly RepeatedValue[], kind: Criterion['kind']): IntraRater {
  return {
    exact: rawAgreement(values),
    withinOne: kind === 'scale' ? rawAgreement(values, 1) : null,
    alpha: krippendorffAlpha(values, metrics[kind] ?? 'nominal').value,
    n: values.length,
  }
}
