// What an address asks for, checked by the operation's schemas.
import { z } from 'zod'
import { ApiProblem } from './api-problem'
import { readCursor } from './cursor'
import { negotiate } from './negotiate'
import type { Asked, Operation } from './operation'
import { itemsOfIssues } from './problem'

/** How a list is cut, in every list. */
export const pageParameters = {
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('How many rows, 1 to 200.'),
  cursor: z.string().max(2000).optional().describe('Where to go on: "next" of the page before.'),
}

/** All parameters of an operation's address behind the "?". */
export function queryOf({ query, answered }: Operation): z.ZodObject {
  if (answered.kind === 'page') return query.extend(pageParameters)
  if (answered.kind !== 'file') return query
  const [first = ''] = Object.keys(answered.formats)
  const formats = z.enum(Object.keys(answered.formats) as [string, ...string[]]).optional()
  return query.extend({ format: formats.describe(`Comes before the Accept header. Default: ${first}.`) })
}

function givenOf(parameters: URLSearchParams): Record<string, unknown> {
  return Object.fromEntries(
    [...new Set(parameters.keys())].map(name => {
      const values = parameters.getAll(name)
      return [name, values.length > 1 ? values : values[0]]
    }),
  )
}

const linesType = 'application/x-ndjson'

function chooseFormat({ answered }: Operation, asked: unknown, accept: string | null): string {
  if (answered.kind === 'none' || answered.kind === 'download') return ''
  const formats: Record<string, string> =
    answered.kind === 'file'
      ? answered.formats
      : { json: 'application/json', ...(answered.kind === 'page' && answered.lines && { lines: linesType }) }
  if (typeof asked === 'string') return asked
  const type = negotiate(accept, Object.values(formats))
  const format = Object.keys(formats).find(name => formats[name] === type)
  if (!format) throw new ApiProblem('not-acceptable', `There is ${Object.values(formats).join(', ')}.`)
  return format
}

export type Address = Pick<Asked<unknown, unknown, unknown>, 'path' | 'query' | 'page' | 'format'>

/** `list`: what cursors are bound to. @throws not-found, bad-request, not-acceptable */
export function readAddress(
  operation: Operation,
  values: Record<string, string>,
  parameters: URLSearchParams,
  accept: string | null,
  list: string,
): Address {
  const { study: _, ...own } = values
  const path = operation.parameters.safeParse(own)
  if (!path.success) throw new ApiProblem('not-found', 'Nothing has such a name.')
  const query = queryOf(operation).safeParse(givenOf(parameters))
  if (!query.success) {
    const items = itemsOfIssues(query.error.issues, 'parameter')
    throw new ApiProblem('bad-request', `${items[0]?.parameter ?? 'query'}: ${items[0]?.detail}`, items)
  }
  const { limit, cursor, format, ...rest } = query.data as Record<string, unknown>
  const { answered } = operation
  const after =
    answered.kind === 'page' && typeof cursor === 'string' ? readCursor(cursor, list, answered.cursor) : null
  return {
    path: path.data,
    query: rest,
    page: { limit: Number(limit ?? 50), after },
    format: chooseFormat(operation, format, accept),
  }
}
