import type { ResultFilter } from '@/server/results/filter'
import { withFilter } from './filter/filter-address'

/** The items behind a figure of a model, under the filter of the page; a category narrows it ("-": items without one). */
export function itemsAddress(study: string, filter: ResultFilter, model: string, category?: string): string {
  const address = `/studies/${encodeURIComponent(study)}/results/items?${new URLSearchParams({ model })}`
  return withFilter(address, category === undefined ? filter : { ...filter, categories: [category] })
}
