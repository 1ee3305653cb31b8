// How the filter of results goes from one address to the next.
import { type ResultFilter, resultFilterKeys, wholeStudy, writeResultFilter } from '@/server/results/filter'

/** An address with what has to stand after its "?"; nothing where there is nothing. */
export function withQuery(address: string, query: URLSearchParams | string): string {
  const text = String(query)
  if (text === '') return address
  return `${address}${address.includes('?') ? '&' : '?'}${text}`
}

/** An address of results that goes on with a filter. */
export const withFilter = (address: string, filter: ResultFilter): string =>
  withQuery(address, writeResultFilter(filter))

/** What of the parameters of an address belongs to the filter. */
export function filterPart(parameters: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams()
  for (const key of resultFilterKeys) for (const value of parameters.getAll(key)) kept.append(key, value)
  return kept
}

/** The place in a list that is shown page by page: of another list, it means nothing. */
const places = ['after', 'before', 'page']

/** The parameters of a page with another filter. */
export function replaceFilter(parameters: URLSearchParams, filter: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(parameters)
  for (const key of [...resultFilterKeys, ...places]) next.delete(key)
  for (const [key, value] of filter) next.append(key, value)
  return next
}

/** Whether anything but the judgments that count is chosen. */
export const isFiltered = (filter: ResultFilter): boolean =>
  writeResultFilter({ ...filter, judgments: wholeStudy.judgments }).size > 0

/**
 * Whether results of a filter are a second look. A study is reported by language, so the choice of languages alone is none;
 * every other choice could have been made with the results in view.
 */
export const isExploratory = (filter: ResultFilter): boolean => isFiltered({ ...filter, languages: undefined })
