// A refusal as lines for a terminal: what is wrong first, then each problem with its line, field, value and fix.
import type { DomainError } from '../platform/errors'

interface LineProblem {
  line: number
  field: string
  value: string
  message: string
  fix: string
}

const isProblem = (value: unknown): value is LineProblem =>
  typeof value === 'object' && value !== null && 'line' in value && 'message' in value && 'fix' in value

const named = ({ field, value }: LineProblem) => (field ? `, ${field}${value ? ` ${JSON.stringify(value)}` : ''}` : '')

export function refusalText(error: Pick<DomainError, 'message' | 'detail'>): string {
  const lines = [`assay: ${error.message}`]
  const { problems, missing, unfinished } = error.detail
  if (Array.isArray(problems))
    for (const problem of problems.filter(isProblem))
      lines.push(`  line ${problem.line}${named(problem)}: ${problem.message} ${problem.fix}`)
  if (Array.isArray(missing)) lines.push(...missing.map(check => `  missing: ${String(check)}`))
  if (typeof unfinished === 'object' && unfinished !== null)
    lines.push(...Object.entries(unfinished).map(([what, count]) => `  unfinished: ${what}: ${String(count)}`))
  return lines.join('\n')
}
