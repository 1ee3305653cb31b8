/** How often secrets may be tried. Counted in the database, so that all web processes count together. */

export interface AttemptLimit {
  most: number
  windowMs: number
}

const quarterMs = 15 * 60_000

/**
 * `email` and `address`: failed sign-ins. `password`: wrong current passwords when changing it. `link`: uses of one
 * invitation or reset link, each of which costs a hash.
 */
export const attemptLimits = {
  email: { most: 10, windowMs: quarterMs },
  address: { most: 100, windowMs: quarterMs },
  password: { most: 10, windowMs: quarterMs },
  link: { most: 300, windowMs: quarterMs },
} as const satisfies Record<string, AttemptLimit>

export type AttemptKind = keyof typeof attemptLimits

/** Whole minutes to wait, for the message; never zero. */
export function waitMinutes(waitMs: number): number {
  return Math.max(1, Math.ceil(waitMs / 60_000))
}
