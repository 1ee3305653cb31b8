// One shape for all that goes wrong: RFC 9457, with every single thing that is wrong as a pointer and what to do about it.
import type { z } from 'zod'
import { DomainError, type DomainErrorCode } from '../platform/errors'
import { ApiProblem, type ProblemCode, type ProblemItem, problemKinds } from './api-problem'
import { problemTexts } from './problem-texts'

const codes: Record<DomainErrorCode, ProblemCode> = {
  unauthenticated: 'unauthenticated',
  forbidden: 'forbidden',
  not_found: 'not-found',
  invalid: 'invalid',
  conflict: 'conflict',
  blinded: 'blinded',
  limited: 'limited',
  unavailable: 'unavailable',
}

/** "responses[2].text" → "#/responses/2/text". */
export const pointerOf = (path: readonly PropertyKey[] | string): string => {
  const parts = typeof path === 'string' ? path.split(/[.[\]]+/).filter(Boolean) : path
  return `#${parts.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`
}

/** What is wrong with a value, by what its schema says. */
export const itemsOfIssues = (issues: readonly z.core.$ZodIssue[], where: 'pointer' | 'parameter'): ProblemItem[] =>
  issues.map(issue => ({
    ...(where === 'pointer' ? { pointer: pointerOf(issue.path) } : { parameter: issue.path.map(String).join('.') }),
    detail: problemTexts[issue.message] ?? issue.message,
  }))

interface LineProblem {
  line: number
  field: string
  value: string
  message: string
  fix: string
  severity?: 'error' | 'warning'
}

/** Problems of a file, as commands report them. */
export const itemsOfLines = (problems: readonly LineProblem[]): ProblemItem[] =>
  problems.map(({ line, field, value, message, fix, severity }) => ({
    line,
    pointer: pointerOf(field),
    ...(value && { value }),
    ...(severity && { severity }),
    detail: message,
    fix,
  }))

export interface Problem {
  code: ProblemCode
  status: number
  headers: Record<string, string>
  body: Record<string, unknown>
}

/** PostgreSQL's codes for characters that its texts and its JSON cannot hold. */
const unstorable = new Set(['22021', '22P05'])

function toApiProblem(error: unknown): { problem: ApiProblem; context: Record<string, unknown> } {
  if (error instanceof ApiProblem) return { problem: error, context: {} }
  if (error instanceof DomainError) {
    const { problems, problem, ...context } = error.detail
    const lines = (problems ?? (problem ? [problem] : [])) as LineProblem[]
    const code = codes[error.code]
    const headers: Record<string, string> =
      error.code === 'limited' ? { 'retry-after': String(60 * Number(context.waitMinutes ?? 1)) } : {}
    return { problem: new ApiProblem(code, error.message, itemsOfLines(lines), headers), context }
  }
  if (error instanceof Error && unstorable.has((error as { code?: string }).code ?? ''))
    return {
      problem: new ApiProblem('invalid', 'The text has a NUL character in it, which cannot be stored. Take it out.'),
      context: {},
    }
  // Anything else may hold host names, paths and SQL: it stays in the log.
  return {
    problem: new ApiProblem('internal', 'The request was not carried out. Try again; the log of the server says more.'),
    context: {},
  }
}

/** `base`: the address of the API, where its documentation lists the types. `instance`: the path that was asked for. */
export function problemOf(error: unknown, base: string, instance: string): Problem {
  const { problem, context } = toApiProblem(error)
  const { status, title } = problemKinds[problem.code]
  const authenticate: Record<string, string> =
    status === 401 ? { 'www-authenticate': 'Bearer realm="Assay API", charset="UTF-8"' } : {}
  return {
    code: problem.code,
    status,
    headers: { ...authenticate, ...problem.headers },
    body: {
      type: `${base}/docs#${problem.code}`,
      title,
      status,
      detail: problem.message,
      instance,
      ...(problem.items.length > 0 && { errors: problem.items }),
      ...(Object.keys(context).length > 0 && { context }),
    },
  }
}
