import type { ReactNode } from 'react'
import { type ResultFilter, readResultFilter } from '@/server/results/filter'
import { FilterProblem } from './filter-problem'

/**
 * Draws a page of results with the filter that its address asks for, or says what is wrong with the filter. `draw` may
 * throw the `invalid` of a query: the study does not have what the filter names.
 */
export async function filteredPage(
  asked: Promise<Record<string, string | string[] | undefined>>,
  draw: (filter: ResultFilter) => Promise<ReactNode>,
): Promise<ReactNode> {
  try {
    return await draw(readResultFilter(await asked))
  } catch (error) {
    if (error instanceof Error && error.name === 'DomainError' && 'code' in error && error.code === 'invalid')
      return <FilterProblem message={error.message} />
    throw error
  }
}
