import 'server-only'
import { logger } from '../../platform/logger'
import { byteStream } from '../byte-stream'

/** {@link byteStream}, with failures in the log. */
export const streamText = (
  produce: (write: (text: string) => Promise<void>) => Promise<void>,
): ReadableStream<Uint8Array> =>
  byteStream(produce, error =>
    logger.warn({ error: error instanceof Error ? error.message : String(error) }, 'an export broke off'),
  )
