// What the secret of an API key looks like: recognisable by those who search for leaked secrets, and by a person.

const start = 'assay_'

/** `random`: 32 random bytes, base64url. */
export const apiKeySecret = (random: string): string => `${start}${random}`

/** What is stored and shown of a secret to tell keys apart; of no use to guess the rest, which has 220 bits. */
export const apiKeyPrefix = (secret: string): string => secret.slice(0, start.length + 6)

/** The secret of an Authorization header, or null. */
export function bearerSecret(header: string | null): string | null {
  const token = /^Bearer +([\w-]+)$/i.exec(header?.trim() ?? '')?.[1]
  return token?.startsWith(start) && token.length <= 100 ? token : null
}
