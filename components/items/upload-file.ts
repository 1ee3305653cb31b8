import { uploadChunkBytes } from '@/server/items/schema'
import { sha256Hex } from './sha256'

export interface UploadOrder {
  file: File
  study: string
  importId: string
  /** Bytes that are safe on the server. `isWaiting`: the connection is gone, and it is tried again. */
  onProgress: (received: number, isWaiting: boolean) => void
  signal: AbortSignal
}

const longestWaitMs = 10_000
const mostDamaged = 5

/** The server's own words for why it does not take a file. */
export class UploadRefused extends Error {}

/**
 * Sends a file in pieces, each with its digest, from where the server has it; goes on by itself when the network comes
 * back. Resolves when all bytes are there. @throws UploadRefused, AbortError
 */
export async function uploadFile({ file, study, importId, onProgress, signal }: UploadOrder): Promise<void> {
  const address = `/api/uploads/${importId}?study=${encodeURIComponent(study)}`
  let received = 0
  let failures = 0
  let damaged = 0
  let isKnown = false
  while (!isKnown || received < file.size) {
    try {
      const response = isKnown
        ? await sendChunk(address, file, received, signal)
        : await fetch(address, { signal, cache: 'no-store' })
      const body = await answerOf(response)
      if (response.ok && body.received !== undefined) received = body.received
      // A damaged piece is sent again; any other refusal is final.
      else if (response.status !== 400 || ++damaged > mostDamaged) throw new UploadRefused(body.message ?? '')
      isKnown = true
      failures = 0
      onProgress(received, false)
    } catch (error) {
      if (error instanceof UploadRefused || signal.aborted) throw error
      failures += 1
      // What the server has may be more than what its lost answer said.
      isKnown = false
      onProgress(received, true)
      await waitForNetwork(Math.min(500 * 2 ** failures, longestWaitMs), signal)
    }
  }
}

async function sendChunk(address: string, file: File, offset: number, signal: AbortSignal) {
  const bytes = await file.slice(offset, offset + uploadChunkBytes).arrayBuffer()
  return fetch(`${address}&offset=${offset}`, {
    method: 'PUT',
    body: bytes,
    signal,
    headers: { 'content-type': 'application/octet-stream', 'x-chunk-sha256': await digestHex(bytes) },
  })
}

async function digestHex(bytes: ArrayBuffer): Promise<string> {
  if (!globalThis.crypto?.subtle) return sha256Hex(new Uint8Array(bytes))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('')
}

/** Server errors count as a lost connection: it may be restarting. */
async function answerOf(response: Response): Promise<{ received?: number; message?: string }> {
  if (response.status >= 500) throw new Error('the server failed')
  return response.json().catch(() => ({}))
}

/** Waits, but not longer than until the browser says that it is online again. */
function waitForNetwork(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      signal.removeEventListener('abort', abort)
      resolve()
    }
    const abort = () => {
      end()
      reject(signal.reason)
    }
    const timer = setTimeout(end, ms)
    window.addEventListener('online', end)
    signal.addEventListener('abort', abort)
  })
}
