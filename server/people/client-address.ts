/** The network address of whoever asks, when it can be known. */

/**
 * The last entry of X-Forwarded-For: the one that the own reverse proxy wrote. Null without such a proxy, for then
 * anybody could write any address into the header.
 */
export function clientAddress(headers: Pick<Headers, 'get'>, trustProxy: boolean): string | null {
  if (!trustProxy) return null
  const address = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  return address || null
}
