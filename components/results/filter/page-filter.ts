import { type ResultFilter, readResultFilter, wholeStudy } from '@/server/results/filter'

/** The filter that a page's address asks for, or the whole study and what is wrong with the address. */
export function readPageFilter(asked: Parameters<typeof readResultFilter>[0]): {
  filter: ResultFilter
  problem: string | null
} {
  try {
    return { filter: readResultFilter(asked), problem: null }
  } catch (error) {
    if (error instanceof Error && error.name === 'DomainError') return { filter: wholeStudy, problem: error.message }
    throw error
  }
}
