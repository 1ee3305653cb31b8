import 'server-only'
import { createHash } from 'node:crypto'
import { byteStream } from '../../exports/byte-stream'
import type { ApiKeyAccess, StudyAccess } from '../../people/access'
import { requireApiKey, requireApiKeyStudy } from '../../people/queries/api-key-gates'
import { env } from '../../platform/env'
import { DomainError } from '../../platform/errors'
import { logger } from '../../platform/logger'
import { withOrigin } from '../../platform/request-origin'
import { ApiProblem } from '../api-problem'
import type { Page } from '../cursor'
import { allowHeader, findOperation } from '../find-operation'
import type { Asked, Operation } from '../operation'
import { problemOf } from '../problem'
import { isOverLimit, rateHeaders } from '../rate-policy'
import { readAddress } from '../read-address'
import { operations } from '../router'
import { lineOf, type WrittenAnswer, writeAnswer } from '../write-answer'
import { answerOnce, type KeptAnswer } from './answer-once'
import { countRequest } from './count-request'
import { drainBody, takeBody } from './take-body'

const root = '/api/v1'
const always = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
const linesPerPage = 500
const encoder = new TextEncoder()

/** The address of the API as people know it, whatever proxies there are. */
export const apiBase = (): string => `${env().NEXTAUTH_URL.replace(/\/$/, '')}${root}`

function findOrRefuse(method: string, path: string) {
  const found = findOperation(operations, method === 'HEAD' ? 'GET' : method, path)
  if (found.kind === 'nothing')
    throw new ApiProblem('not-found', `There is nothing at ${root}${path}. ${root}/docs lists what there is.`)
  if (found.kind === 'other-methods')
    throw new ApiProblem('method-not-allowed', `There is ${allowHeader(found.allowed)} here.`, [], {
      allow: allowHeader(found.allowed),
    })
  return found
}

function requireScope(operation: Operation, key: ApiKeyAccess) {
  const refuse = (detail: string, challenge: string) =>
    new ApiProblem('forbidden', detail, [], { 'www-authenticate': `Bearer realm="Assay API", ${challenge}` })
  if (!key.scopes.includes(operation.scope))
    throw refuse('This key may read only.', 'error="insufficient_scope", scope="write"')
  if (operation.reach === 'lab' && key.study)
    throw refuse(`This key is for the study "${key.study.slug}" only.`, 'error="insufficient_scope"')
}

/** The key, and the study of the address where there is one, in one statement. That there is no such study is said later: scopes come first. */
async function passGate(authorization: string | null, study: string | undefined) {
  if (study === undefined) return { key: await requireApiKey(authorization), study: null, missing: null }
  try {
    return { ...(await requireApiKeyStudy(authorization, study)), missing: null }
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'not_found') throw error
    return { key: await requireApiKey(authorization), study: null, missing: error }
  }
}

function idempotencyKey(request: Request, operation: Operation): string | null {
  const key = request.headers.get('idempotency-key')
  if (key === null || operation.method === 'GET') return null
  if (!/^[\x21-\x7e]{1,255}$/.test(key))
    throw new ApiProblem('bad-request', 'An Idempotency-Key has 1 to 255 visible ASCII characters, such as a UUID.')
  return key
}

/** All rows as JSON lines, page after page, as fast as they are taken. */
function writeLines(operation: Operation, asked: Asked<unknown, unknown, unknown>, study: StudyAccess | null) {
  const { answered } = operation
  if (answered.kind !== 'page') throw new Error('only lists have lines')
  const read = (after: unknown) =>
    operation.run({ ...asked, page: { limit: linesPerPage, after } }, study) as Promise<Page<unknown>>
  return async (): Promise<WrittenAnswer> => {
    // Read before the first byte is sent: a refusal after it could only break off.
    let page = await read(asked.page.after)
    const body = byteStream(
      async write => {
        for (;;) {
          for (const row of page.rows) await write(encoder.encode(lineOf(row, answered.row)))
          if (page.next === null) return
          page = await read(page.next)
        }
      },
      error => logger.warn({ error: String(error) }, 'an answer of the API broke off'),
    )
    return { status: 200, headers: { 'content-type': 'application/x-ndjson' }, body }
  }
}

async function carryOut(request: Request, url: URL, headers: Record<string, string>): Promise<WrittenAnswer> {
  const path = url.pathname.slice(root.length)
  const { operation, values } = findOrRefuse(request.method, path)
  const gate = await passGate(request.headers.get('authorization'), values.study)
  const { key, study } = gate
  const rate = await countRequest(key)
  Object.assign(headers, rateHeaders(rate))
  if (isOverLimit(rate))
    throw new ApiProblem('limited', 'This key has asked too often. Wait, and ask again.', [], {
      'retry-after': String(Math.max(1, Math.ceil(rate.waitMs / 1000))),
    })
  requireScope(operation, key)
  if (gate.missing) throw gate.missing
  const list = [
    operation.id,
    study?.studyId,
    ...Object.entries(values).flatMap(([name, value]) => (name === 'study' ? [] : value)),
  ].join(' ')
  const address = readAddress(operation, values, url.searchParams, request.headers.get('accept'), list)
  const once = idempotencyKey(request, operation)
  const { body, file, sha256, discard } = await takeBody(request, operation)
  const asked = { key, admin: key.admin, ...address, body, file, headers: request.headers }
  const here = new URL(`${apiBase()}${path}${url.search}`)
  const act = async () => writeAnswer(operation, await operation.run(asked, study), here, list)
  const run = () => withOrigin({ apiKey: key.prefix }, act)
  try {
    if (operation.answered.kind === 'page' && address.format === 'lines')
      return await writeLines(operation, asked, study)()
    if (once === null) return await run()
    const hash = createHash('sha256').update(`${operation.method} ${path}${url.search}\n`).update(sha256).digest()
    const { answer, isReplay } = await answerOnce(key, { key: once, hash }, () => run() as Promise<KeptAnswer>)
    return isReplay ? { ...answer, headers: { ...answer.headers, 'idempotent-replayed': 'true' } } : answer
  } finally {
    await discard()
  }
}

function respond({ status, headers, body }: WrittenAnswer, request: Request, more: Record<string, string>): Response {
  const isEmpty = status === 204 || status === 304 || request.method === 'HEAD'
  if (isEmpty && body instanceof ReadableStream) body.cancel().catch(() => undefined)
  return new Response(isEmpty ? null : body, { status, headers: { ...always, ...headers, ...more } })
}

/** Answers one request to the public API. Never throws: what goes wrong is a problem of RFC 9457. */
export async function answerRequest(request: Request): Promise<Response> {
  const url = new URL(request.url)
  const headers: Record<string, string> = {}
  try {
    if (request.method === 'OPTIONS') {
      const found = findOperation(operations, 'OPTIONS', url.pathname.slice(root.length))
      if (found.kind !== 'other-methods') throw new ApiProblem('not-found', 'There is nothing here.')
      return respond({ status: 204, headers: { allow: allowHeader(found.allowed) }, body: '' }, request, {})
    }
    return respond(await carryOut(request, url, headers), request, headers)
  } catch (error) {
    await drainBody(request).catch(() => undefined)
    const problem = problemOf(error, apiBase(), url.pathname)
    if (problem.code === 'internal')
      logger.error(
        {
          path: url.pathname,
          error: error instanceof Error ? error.message : String(error),
          stack: (error as Error)?.stack,
        },
        'a request to the API failed',
      )
    const body = JSON.stringify(problem.body)
    const type = { 'content-type': 'application/problem+json' }
    return respond({ status: problem.status, headers: { ...type, ...problem.headers }, body }, request, headers)
  }
}
