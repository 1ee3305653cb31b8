import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect } from 'vitest'
import { answerRequest } from './commands/answer-request'
import { findOperation } from './find-operation'
import { apiDocument } from './queries/api-document'
import { operations } from './router'

process.env.NEXTAUTH_SECRET ??= 'a secret of the tests, thirty-two characters long'
process.env.ASSAY_DATA_DIR ??= mkdtempSync(path.join(tmpdir(), 'assay-api-'))

export interface Call {
  /** An object is sent as JSON, a text as it is. */
  body?: object | string
  type?: string
  headers?: Record<string, string>
}

export interface Answer {
  status: number
  headers: Headers
  text: string
  /** Of JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever the test expects of it
  body: any
}

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)

/** Ids of the operations that have answered with what was asked for. */
export const succeeded = new Set<string>()
const validators = new Map<string, ReturnType<typeof ajv.compile>>()
let made: ReturnType<typeof apiDocument> | undefined

/** Every answer must be one that the document promises: status, media type and, of JSON, its shape. */
function expectAsDocumented(method: string, address: string, answer: Answer) {
  const found = findOperation(operations, method, address.split('?', 1)[0] ?? '')
  if (found.kind !== 'found') return
  if (answer.status < 300) succeeded.add(found.operation.id)
  made ??= apiDocument()
  const document = made
  const documented = document.paths[found.operation.path]?.[method.toLowerCase()]?.responses[answer.status]
  const said = `${method} ${address} → ${answer.status} ${answer.text.slice(0, 300)}`
  expect(documented, said).toBeDefined()
  const reference = documented?.$ref as string | undefined
  const response = reference ? document.components.responses[reference.split('/').at(-1) ?? ''] : documented
  const content = (response?.content ?? {}) as Record<string, { schema?: object }>
  const type = (answer.headers.get('content-type') ?? '').split(';', 1)[0] ?? ''
  if (Object.keys(content).length === 0) return
  expect([...Object.keys(content), ...(content['*/*'] ? [type] : [])], said).toContain(type)
  const schema = content[type]?.schema
  if (!schema || !/json$/.test(type) || type === 'application/x-ndjson') return
  const name = `${found.operation.id} ${answer.status}`
  const isValid = validators.get(name) ?? ajv.compile({ ...schema, components: document.components })
  validators.set(name, isValid)
  expect(isValid(answer.body) ? [] : isValid.errors, said).toEqual([])
}

/** A program that asks with a key; null: without one. */
export const makeApiClient = (secret: string | null) =>
  async function call(method: string, address: string, { body, type, headers }: Call = {}): Promise<Answer> {
    const isJson = typeof body === 'object'
    const response = await answerRequest(
      new Request(`http://localhost:3000/api/v1${address}`, {
        method,
        headers: {
          ...(secret && { authorization: `Bearer ${secret}` }),
          ...(body !== undefined && { 'content-type': type ?? (isJson ? 'application/json' : 'application/x-ndjson') }),
          ...headers,
        },
        body: isJson ? JSON.stringify(body) : body,
      }),
    )
    const text = await response.text()
    const given = response.headers.get('content-type') ?? ''
    const answer = {
      status: response.status,
      headers: response.headers,
      text,
      body: /[/+]json/.test(given) ? JSON.parse(text) : undefined,
    }
    expectAsDocumented(method, address, answer)
    return answer
  }
