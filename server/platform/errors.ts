/** What can go wrong, as callers may distinguish it. Closed: a page can branch on each. */
export type DomainErrorCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'invalid'
  | 'conflict'
  | 'blinded'
  | 'limited'
  | 'unavailable'

/** An expected failure. `message` is shown to people: it says what is wrong and what to do. `detail` is plain data for the page. */
export class DomainError extends Error {
  constructor(
    readonly code: DomainErrorCode,
    message: string,
    readonly detail: Record<string, unknown> = {},
  ) {
    super(message)
    this.name = 'DomainError'
  }
}
