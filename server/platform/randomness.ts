import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto'

/** A random uuid v4. Never a sequence, never time-ordered: annotators see some of them. */
export const randomId = (): string => randomUUID()

/** A secret for a link: 32 random bytes, base64url. Store only its {@link tokenHash}. */
export const randomToken = (): string => randomBytes(32).toString('base64url')

/** SHA-256 of a link's secret, as stored. */
export const tokenHash = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(token).digest())

/** A study's secret seed: 32 bytes. */
export const randomSeed = (): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(32))

/** `length` random lower-case hex digits. */
export const randomHex = (length: number): string =>
  randomBytes(Math.ceil(length / 2))
    .toString('hex')
    .slice(0, length)

/** A random whole number in [0, below). */
export const randomBelow = (below: number): number => randomInt(below)
