import { env } from './env'
import { listenForShutdown } from './shutdown'

/** Prepares the web server's process: a wrong configuration ends it here, and not at somebody's first request. */
export function prepareWebProcess() {
  try {
    env()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
  listenForShutdown()
}
