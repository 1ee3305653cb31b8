import { type ResultFilter, readResultFilter } from './filter'

/** What every result can be asked for: one of the study's criteria (each result has its own default), and a filter. */
export interface ResultsInput {
  criterion?: string
  filter?: ResultFilter
}

/** The same, as an address says it. @throws DomainError invalid */
export function readResultsInput(asked: Parameters<typeof readResultFilter>[0]): ResultsInput {
  const given = asked instanceof URLSearchParams ? asked.get('criterion') : [asked.criterion ?? ''].flat()[0]
  const filter = readResultFilter(asked)
  return given ? { criterion: given, filter } : { filter }
}
