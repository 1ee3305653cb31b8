// The public API as an OpenAPI 3.1 document, made of the operations and their schemas.
import { z } from 'zod'
import { type ProblemCode, problemKinds } from './api-problem'
import type { Answered, Operation } from './operation'
import { queryOf } from './read-address'

type Json = Record<string, unknown>

export interface OpenApiOperation {
  operationId: string
  tags: string[]
  summary: string
  description: string
  parameters?: {
    name: string
    in: 'path' | 'query' | 'header'
    required: boolean
    description?: string
    schema: Json
  }[]
  requestBody?: { required: boolean; content: Record<string, { schema?: Json }> }
  responses: Record<string, Json>
  'x-scope': string
}

export interface OpenApiDocument {
  openapi: '3.1.0'
  info: Json & { title: string; version: string; description: string }
  servers: { url: string }[]
  security: Json[]
  tags: { name: string }[]
  paths: Record<string, Record<string, OpenApiOperation>>
  components: Json & { responses: Record<string, Json> }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const parametersOf = (schema: z.ZodObject, where: 'path' | 'query') => {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    ...(typeof description === 'string' && { description }),
    schema: rest,
  }))
}

const studyParameter = {
  name: 'study',
  in: 'path' as const,
  required: true,
  description: 'A study’s slug or id.',
  schema: { type: 'string' },
}

const idempotencyParameter = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  description:
    'Makes the request safe to repeat for a day: the same key gets the same answer, and nothing happens twice.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
}

const rateHeaders = {
  'RateLimit-Policy': { $ref: '#/components/headers/RateLimit-Policy' },
  RateLimit: { $ref: '#/components/headers/RateLimit' },
}

function answerOf(answered: Answered): Record<string, Json> {
  const done = { headers: rateHeaders }
  if (answered.kind === 'none') return { 204: { description: 'Done.', ...done } }
  if (answered.kind === 'json') {
    const content = { 'application/json': { schema: schemaOf(answered.schema, 'output') } }
    return { [answered.status]: { description: 'Done.', ...done, content } }
  }
  if (answered.kind === 'download') {
    const content = { '*/*': {} }
    return {
      200: { description: answered.about, ...done, content },
      206: { description: 'The part of it that was asked for.', ...done, content },
      304: { description: 'It is known already.' },
    }
  }
  if (answered.kind === 'file') {
    const content = Object.fromEntries(Object.values(answered.formats).map(type => [type, {}]))
    return { 200: { description: answered.about, ...done, content } }
  }
  const row = schemaOf(answered.row, 'output')
  const schema = {
    type: 'object',
    properties: {
      data: { type: 'array', items: row },
      next: { type: ['string', 'null'], description: 'The cursor of the next page; null: this is the last.' },
    },
    required: ['data', 'next'],
    additionalProperties: false,
  }
  const content = {
    'application/json': { schema },
    ...(answered.lines && {
      'application/x-ndjson': { schema: { ...row, description: 'A line for each row, all of them.' } },
    }),
  }
  return {
    200: {
      description: 'A page of them.',
      headers: { ...rateHeaders, Link: { $ref: '#/components/headers/Link' } },
      content,
    },
  }
}

function bodyOf({ given }: Operation): Pick<OpenApiOperation, 'requestBody'> {
  if (given.kind === 'none') return {}
  if (given.kind === 'file') {
    const content = Object.fromEntries(given.types.map(type => [type, {}]))
    return { requestBody: { required: true, content } }
  }
  const schema = schemaOf(given.schema, 'input')
  const isRequired = Array.isArray(schema.required) && schema.required.length > 0
  return { requestBody: { required: isRequired, content: { 'application/json': { schema } } } }
}

/** What may go wrong with an operation, as its kind tells. */
function problemsOf({ reach, given, method, parameters, query, answered }: Operation): ProblemCode[] {
  const named = reach === 'study' || Object.keys(parameters.shape).length > 0
  const hasQuery = Object.keys(query.shape).length > 0 || answered.kind === 'page' || answered.kind === 'file'
  return [
    'bad-request',
    'unauthenticated',
    'forbidden',
    ...(named || method !== 'GET' ? (['not-found'] as const) : []),
    ...(hasQuery || answered.kind === 'json' ? (['not-acceptable'] as const) : []),
    ...(method !== 'GET' || answered.kind === 'download' ? (['conflict'] as const) : []),
    ...(answered.kind === 'download' ? (['another-version', 'no-such-part'] as const) : []),
    ...(given.kind === 'none' && method === 'GET' ? [] : (['too-large'] as const)),
    ...(given.kind === 'none' ? [] : (['unsupported-type'] as const)),
    'invalid',
    'limited',
    'internal',
    'unavailable',
  ]
}

const problemResponses = (operation: Operation) =>
  Object.fromEntries(
    problemsOf(operation).map(code => [
      problemKinds[code].status,
      { $ref: `#/components/responses/problem-${problemKinds[code].status}` },
    ]),
  )

const reaches = { key: '', lab: ' Not for keys that are limited to a study.', study: '' }

const describeOperation = (operation: Operation): OpenApiOperation => ({
  operationId: operation.id,
  tags: [operation.tag],
  summary: operation.summary,
  description: `${operation.about ? `${operation.about} ` : ''}Scope: ${operation.scope.toLowerCase()}.${reaches[operation.reach]}`,
  parameters: [
    ...(operation.reach === 'study' ? [studyParameter] : []),
    ...parametersOf(operation.parameters, 'path'),
    ...parametersOf(queryOf(operation), 'query'),
    ...(operation.method === 'GET' ? [] : [idempotencyParameter]),
  ],
  ...bodyOf(operation),
  responses: { ...answerOf(operation.answered), ...problemResponses(operation) },
  'x-scope': operation.scope.toLowerCase(),
})

const problemSchema = {
  type: 'object',
  description: 'RFC 9457. `type` names the kind of problem; `errors` says every single thing that is wrong.',
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          pointer: { type: 'string', description: 'JSON pointer into the body, or into a line of it.' },
          parameter: { type: 'string', description: 'Of the address.' },
          line: { type: 'integer', description: 'Of a file, from 1; 0: the file as a whole.' },
          value: { type: 'string' },
          severity: { enum: ['error', 'warning'] },
          detail: { type: 'string' },
          fix: { type: 'string' },
        },
        required: ['detail'],
        additionalProperties: false,
      },
    },
    context: { type: 'object', description: 'Facts about the refusal.' },
  },
  required: ['type', 'title', 'status', 'detail', 'instance'],
  additionalProperties: false,
}

/** One answer for each status; where several kinds of problem share it, their titles stand together. */
function problemComponents(): Record<string, Json> {
  const statuses = [...new Set(Object.values(problemKinds).map(({ status }) => status))]
  return Object.fromEntries(
    statuses.map(status => [
      `problem-${status}`,
      {
        description: Object.values(problemKinds)
          .filter(kind => kind.status === status)
          .map(({ title }) => title)
          .join('; '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

const about = `Everything that the pages of Assay do, for programs: the same acts under the same rules, the blind included.

Send an API key: \`Authorization: Bearer assay_…\`. Admins make keys on the page "Integrations"; an operator makes them with \`npm run assay -- key create\`. Times are ISO 8601 in UTC. Lists are cut into pages by a cursor; \`next\` and the Link header say where to go on. What goes wrong is a problem of RFC 9457.`

/** @param base the address of the API, without a slash at its end */
export function openApiDocument(operations: readonly Operation[], base: string): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {}
  for (const operation of operations)
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: describeOperation(operation) }
  return {
    openapi: '3.1.0',
    info: { title: 'Assay', version: '1', description: about },
    servers: [{ url: base }],
    security: [{ key: [] }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map(name => ({ name })),
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An API key.' } },
      schemas: { Problem: problemSchema },
      headers: {
        'RateLimit-Policy': {
          description: 'How many requests (q) in how many seconds (w).',
          schema: { type: 'string' },
        },
        RateLimit: { description: 'How many are left (r), and for how many seconds (t).', schema: { type: 'string' } },
        Link: { description: 'The address of the next page, rel="next".', schema: { type: 'string' } },
      },
      responses: problemComponents(),
    },
  }
}
