// What the public API refuses by itself, before a command or query could.

/** One thing that is wrong with a request. */
export interface ProblemItem {
  /** JSON pointer into the body, "#/name". */
  pointer?: string
  /** Of the address. */
  parameter?: string
  /** Of a file that was sent, from 1; 0: the file as a whole. */
  line?: number
  /** What stands there, shortened. */
  value?: string
  severity?: 'error' | 'warning'
  detail: string
  /** What to do about it. */
  fix?: string
}

export type ProblemCode =
  | 'bad-request'
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'blinded'
  | 'not-found'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'conflict'
  | 'too-large'
  | 'another-version'
  | 'no-such-part'
  | 'unsupported-type'
  | 'key-reused'
  | 'limited'
  | 'unavailable'
  | 'internal'

/** Every problem: its status and its title. The documentation lists them, too. */
export const problemKinds: Record<ProblemCode, { status: number; title: string }> = {
  'bad-request': { status: 400, title: 'The request cannot be understood' },
  invalid: { status: 422, title: 'Something in the request is not valid' },
  unauthenticated: { status: 401, title: 'An API key is needed' },
  forbidden: { status: 403, title: 'This key may not do that' },
  blinded: { status: 403, title: 'The study is blind' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'method-not-allowed': { status: 405, title: 'This cannot be done here' },
  'not-acceptable': { status: 406, title: 'There is no such representation' },
  conflict: { status: 409, title: 'The state of things does not allow it' },
  'too-large': { status: 413, title: 'The body is too large' },
  'another-version': { status: 412, title: 'The file is another version' },
  'no-such-part': { status: 416, title: 'The file has no such part' },
  'unsupported-type': { status: 415, title: 'The body is of a type that is not read here' },
  'key-reused': { status: 422, title: 'The Idempotency-Key belongs to another request' },
  limited: { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'This cannot be done now' },
  internal: { status: 500, title: 'Something went wrong on the server' },
}

/** A refusal of the API itself. */
export class ApiProblem extends Error {
  constructor(
    readonly code: ProblemCode,
    detail: string,
    readonly items: readonly ProblemItem[] = [],
    readonly headers: Record<string, string> = {},
  ) {
    super(detail)
    this.name = 'ApiProblem'
  }
}
