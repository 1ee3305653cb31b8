import type { ResultFilter } from '@/server/results/filter'
import { writeItemSelection } from '@/server/results/items/item-selection'

/** What a table is of, for the way from its figures to the items behind them. */
export interface Behind {
  study: string
  criterion: string
  filter: ResultFilter
}

/** The items behind a figure of a model (its id), under the filter of the page; a category narrows it ("-": items without one). */
export function itemsAddress({ study, criterion, filter }: Behind, model: string, category?: string): string {
  const narrowed = category === undefined ? filter : { ...filter, categories: [category] }
  return `/studies/${encodeURIComponent(study)}/results/items?${writeItemSelection({ criterion, model, filter: narrowed })}`
}
