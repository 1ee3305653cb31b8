// Standard Webhooks (standardwebhooks.com): how a message is signed.
import { createHmac } from 'node:crypto'

const start = 'whsec_'

/** `random`: 32 random bytes. */
export const webhookSecret = (random: Uint8Array): string => `${start}${Buffer.from(random).toString('base64')}`

/** The header fields of a message. `atSeconds`: when this attempt is made; receivers refuse old ones. */
export function signedHeaders(secret: string, id: string, atSeconds: number, body: string): Record<string, string> {
  const key = Buffer.from(secret.slice(start.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${atSeconds}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': String(atSeconds), 'webhook-signature': `v1,${signature}` }
}
