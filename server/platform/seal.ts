import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from './env'
import { DomainError } from './errors'

// AES-256-GCM: 12 bytes of nonce, 16 of tag, then the text. The key is drawn from NEXTAUTH_SECRET, which the database does
// not have: whoever reads a copy of the database reads nothing that is sealed.

function keyFor(purpose: string): Buffer {
  const secret = env().NEXTAUTH_SECRET
  if (!secret)
    throw new DomainError('unavailable', 'NEXTAUTH_SECRET is not set: secrets can be neither stored nor read.')
  return Buffer.from(hkdfSync('sha256', secret, 'assay', purpose, 32))
}

/** Encrypts a text for the database. `purpose` keeps what is sealed for different ends apart. @throws unavailable */
export function sealText(purpose: string, text: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), sealed]))
}

/** @throws unavailable when it was sealed under another NEXTAUTH_SECRET */
export function openSealed(purpose: string, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed)
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw new DomainError('unavailable', 'This was stored under another NEXTAUTH_SECRET and cannot be read any more.')
  }
}
