// Turns problems of a file into one error that names the first and carries the rest.
import { DomainError } from '../platform/errors'
import type { RecordedProblem } from './schema'

const mostCarried = 50

/** @throws invalid; detail.problems: the first fifty, detail.count: how many there are */
export function refuseProblems(problems: readonly RecordedProblem[]): void {
  const [first] = problems
  if (!first) return
  const others = problems.length > 1 ? ` There are ${problems.length} problems in all.` : ''
  throw new DomainError('invalid', `Nothing was imported. Line ${first.line}: ${first.message} ${first.fix}${others}`, {
    count: problems.length,
    problems: problems.slice(0, mostCarried),
  })
}
