import 'server-only'
import { logger } from '../../platform/logger'
import { byteStream } from '../byte-stream'

/** {@link byteStream}, with failures in the log. */
export const streamBytes = (
  produce: (write: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
): ReadableStream<Uint8Array> =>
  byteStream(produce, error =>
    logger.warn({ error: error instanceof Error ? error.message : String(error) }, 'an export broke off'),
  )
