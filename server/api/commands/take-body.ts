import 'server-only'
import { createHash } from 'node:crypto'
import { env } from '../../platform/env'
import { type SpooledFile, SpoolLimitError, spoolStream } from '../../platform/spool'
import { ApiProblem } from '../api-problem'
import type { GivenFile, Operation } from '../operation'
import { itemsOfIssues } from '../problem'

const mostJsonBytes = 4 * 1024 * 1024

export interface TakenBody {
  body: unknown
  file: GivenFile
  /** SHA-256 of what was sent. */
  sha256: Buffer
  discard: () => Promise<void>
}

const noFile: GivenFile = { byteSize: 0, type: '', read: () => (async function* () {})() }

const tooLarge = (mostBytes: number) =>
  new ApiProblem(
    'too-large',
    `At most ${Math.floor(mostBytes / 1024 / 1024)} MB can be sent at once. Send it in parts.`,
  )

function typeOf(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

function requireType(request: Request, types: readonly string[]): string {
  const type = typeOf(request)
  if (request.headers.has('content-encoding') || !types.includes(type))
    throw new ApiProblem('unsupported-type', `Send ${types.join(' or ')}, not compressed.`, [], {
      accept: types.join(', '),
    })
  return type
}

async function* chunksOf(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader()
  if (!reader) return
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    reader.releaseLock()
  }
}

const mostDrainedBytes = 256 * 1024 * 1024

/** Takes the rest of a body that nobody wants: a client that is still sending would not hear the answer. */
export async function drainBody(request: Request): Promise<void> {
  if (!request.body || request.body.locked) return
  let size = 0
  for await (const chunk of chunksOf(request)) {
    size += chunk.byteLength
    if (size > mostDrainedBytes) return
  }
}

function requireLength(request: Request, mostBytes: number) {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge(mostBytes)
}

async function takeJson(request: Request, operation: Operation): Promise<TakenBody> {
  requireLength(request, mostJsonBytes)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunksOf(request)) {
    size += chunk.byteLength
    if (size > mostJsonBytes) throw tooLarge(mostJsonBytes)
    chunks.push(chunk)
  }
  const bytes = Buffer.concat(chunks)
  const sha256 = createHash('sha256').update(bytes).digest()
  const taken = { file: noFile, sha256, discard: async () => undefined }
  if (operation.given.kind !== 'json') return { ...taken, body: undefined }
  if (size > 0) requireType(request, ['application/json'])
  return { ...taken, body: parseBody(bytes, operation.given.schema) }
}

function parseBody(bytes: Buffer, schema: Extract<Operation['given'], { kind: 'json' }>['schema']): unknown {
  let given: unknown = {}
  const unstorable = /\0|\p{Surrogate}/u
  let isUnstorable = false
  const look = (name: string, value: unknown) => {
    isUnstorable ||= unstorable.test(name) || (typeof value === 'string' && unstorable.test(value))
    return value
  }
  try {
    if (bytes.length > 0) given = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), look)
  } catch {
    throw new ApiProblem('bad-request', 'The body is not JSON in UTF-8.')
  }
  if (isUnstorable)
    throw new ApiProblem(
      'invalid',
      'A text in it has a NUL character or half of one (a lone surrogate): neither can be stored.',
    )
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const items = itemsOfIssues(parsed.error.issues, 'pointer')
  throw new ApiProblem('invalid', `${items[0]?.pointer ?? '#'}: ${items[0]?.detail ?? 'not valid'}`, items)
}

/** A file goes to disk first: it is read twice, and its bytes say whether a repeated request is the same. */
async function takeFile(request: Request, types: readonly string[]): Promise<TakenBody> {
  const type = requireType(request, types)
  const mostBytes = env().ASSAY_UPLOAD_LIMIT_MB * 1024 * 1024
  requireLength(request, mostBytes)
  const spooled: SpooledFile = await spoolStream(chunksOf(request), mostBytes).catch((error: unknown) => {
    throw error instanceof SpoolLimitError ? tooLarge(mostBytes) : error
  })
  if (spooled.byteSize === 0) {
    await spooled.remove()
    throw new ApiProblem('bad-request', 'The body is empty: the file goes into it.')
  }
  const { byteSize, sha256, read, remove } = spooled
  return { body: undefined, file: { byteSize, type, read }, sha256, discard: remove }
}

/** Takes in the body that an operation wants, and checks it. @throws bad-request, invalid, too-large, unsupported-type */
export const takeBody = (request: Request, operation: Operation): Promise<TakenBody> =>
  operation.given.kind === 'file' ? takeFile(request, operation.given.types) : takeJson(request, operation)
