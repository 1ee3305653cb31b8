// How often each kind of failure was marked, by model.
import { wilsonInterval } from './comparisons/wilson-interval'
import type { Estimate } from './estimate'

export interface TagRate extends Estimate {
  tag: string
  model: string
  /** Responses of the model that have the tag. */
  count: number
}

/**
 * Estimand: the chance that a response of the model has the tag. `judged` has how many responses of each model were
 * judged, `counts` how many of these have a tag, each response once however many annotators set it (missing: 0). Assumes
 * independent responses; Wilson's interval. Tags of one response may overlap, so rates do not sum to 1. One row per tag and
 * model, in the orders given. Example: 3 of 6 → 0.5 [0.19, 0.81]. @throws RangeError when more have a tag than were judged
 */
export function tagRates(
  tags: readonly string[],
  judged: ReadonlyMap<string, number>,
  counts: readonly { tag: string; model: string; responses: number }[],
  level = 0.95,
): TagRate[] {
  const found = new Map(counts.map(({ tag, model, responses }) => [JSON.stringify([tag, model]), responses]))
  return tags.flatMap(tag =>
    [...judged].map(([model, n]) => {
      const count = found.get(JSON.stringify([tag, model])) ?? 0
      if (count > n) throw new RangeError(`${count} of ${n} responses cannot have a tag.`)
      return { ...wilsonInterval(count, n, level), tag, model, count }
    }),
  )
}
