// Collects what is wrong with a file: the first thousand of each kind are kept, all are counted.
import type { ImportProblem, ImportSummary } from './schema'

const keptOfAKind = 1000
const valueLength = 200

/** A value as it is shown beside a problem: short, on one line. */
export function shownValue(value: unknown): string {
  const text = typeof value === 'string' ? value : value === undefined ? '' : (JSON.stringify(value) ?? '')
  const cut = text.length > valueLength ? `${text.slice(0, valueLength)}…` : text
  // What cannot be stored or shown must not break the list of what is wrong.
  return cut.replaceAll('\u0000', '\u2400').replace(/\p{Surrogate}|(?![\t\n\r])\p{Cc}/gu, '\ufffd')
}

export class ImportProblems {
  readonly kept: ImportProblem[] = []
  private readonly kinds = new Map<string, ImportSummary['problems']['byCode'][number]>()

  add(problem: ImportProblem) {
    const kind = this.kinds.get(problem.code) ?? { code: problem.code, severity: problem.severity, count: 0 }
    kind.count += 1
    this.kinds.set(problem.code, kind)
    if (kind.count <= keptOfAKind) this.kept.push(problem)
  }

  counts(): ImportSummary['problems'] {
    const byCode = [...this.kinds.values()].sort((a, b) => b.count - a.count)
    const sum = (severity: string) =>
      byCode.filter(kind => kind.severity === severity).reduce((total, kind) => total + kind.count, 0)
    return { errors: sum('error'), warnings: sum('warning'), byCode }
  }
}
