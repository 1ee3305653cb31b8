/** Runs once when the web server starts: a wrong configuration ends it here, and not at somebody's first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { env } = await import('./server/platform/env')
  const { listenForShutdown } = await import('./server/platform/shutdown')
  try {
    env()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
  listenForShutdown()
}
