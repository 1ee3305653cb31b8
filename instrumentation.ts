/** Runs once when the web server starts. */
export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { prepareWebProcess } = await import('./server/platform/web-process')
    prepareWebProcess()
  }
}
