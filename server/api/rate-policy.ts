// How often a key may ask, and the header fields that say so (draft-ietf-httpapi-ratelimit-headers).

export const requestsPerWindow = 600
export const windowSeconds = 60

export interface RateState {
  /** Requests of the window, this one included. */
  count: number
  /** Until the window ends. */
  waitMs: number
}

export const isOverLimit = ({ count }: RateState): boolean => count > requestsPerWindow

export function rateHeaders({ count, waitMs }: RateState): Record<string, string> {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  return {
    'ratelimit-policy': `"default";q=${requestsPerWindow};w=${windowSeconds}`,
    ratelimit: `"default";r=${Math.max(0, requestsPerWindow - count)};t=${seconds}`,
  }
}
