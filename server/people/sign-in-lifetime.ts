/** How long a sign-in lasts: as long as it is used, within an upper bound. */

/** A sign-in that nothing was asked with for this long is over. */
export const idleMs = 12 * 3_600_000

/** However busy, a sign-in ends this long after it began. */
export const longestMs = 14 * 24 * 3_600_000

/** A sign-in in use is renewed at most this often, so that requests need no write. */
export const renewalMs = 30 * 60_000
