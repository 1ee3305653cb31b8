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

/** The items on which two models (their ids) were compared. */
export const pairAddress = ({ study, criterion, filter }: Behind, first: string, second: string): string =>
  `/studies/${encodeURIComponent(study)}/results/items?${writeItemSelection({ criterion, pair: [first, second], filter })}`

/** The items on which a model was given a label. */
export const labelAddress = ({ study, criterion, filter }: Behind, model: string, label: string): string =>
  `/studies/${encodeURIComponent(study)}/results/items?${writeItemSelection({ criterion, model, label, filter })}`
