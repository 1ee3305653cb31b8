import { DomainError } from '../platform/errors'
import { type ResultFilter, readResultFilter } from './filter'

/** What every result can be asked for: one of the study's criteria (each result has its own default), and a filter. */
export interface ResultsInput {
  criterion?: string
  filter?: ResultFilter
  /** Comparisons from scores: means that differ by no more tie, in the unit of the scale. Absent: as the protocol says. */
  threshold?: number
}

type Asked = Parameters<typeof readResultFilter>[0]

/** The same, as an address says it. @throws DomainError invalid */
export function readResultsInput(asked: Asked): ResultsInput {
  const criterion = onlyOne(asked, 'criterion')
  const threshold = onlyOne(asked, 'threshold')
  const input: ResultsInput = { filter: readResultFilter(asked) }
  if (criterion) input.criterion = criterion
  if (threshold) input.threshold = readThreshold(threshold)
  return input
}

const onlyOne = (asked: Asked, key: string) =>
  asked instanceof URLSearchParams ? asked.get(key) : [asked[key] ?? ''].flat()[0]

function readThreshold(text: string): number {
  const threshold = Number(text)
  if (!(threshold >= 0 && threshold <= 1000))
    throw new DomainError('invalid', `"threshold" is a number from 0 in the unit of the scale, not "${text}".`, {
      parameter: 'threshold',
    })
  return threshold
}
