// The two processes of the application, as the supervisor and the tests start them.
import { startNode } from './child-process.mjs'
import { packageFile } from './paths.mjs'

// In a group of its own: Ctrl-C reaches the supervisor, which then stops things in order.
const detached = process.platform !== 'win32'

export const probeUrl = (host, port) =>
  `http://${['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host}:${port}/api/health`

/** Next, for production or (`dev`) with rebuilds on change. */
export function startWeb({ env, host, port, dev = false }) {
  const argv = [packageFile('next', 'dist/bin/next'), dev ? 'dev' : 'start', '-p', String(port), '-H', host]
  return startNode(argv, { env: { ...env, NODE_ENV: dev ? 'development' : 'production' }, detached })
}

/** A built program (dist/*.mjs) that keeps running. */
export function startBuilt(file, { env, dev = false }) {
  return startNode(['--enable-source-maps', file], {
    env: { ...env, NODE_ENV: dev ? 'development' : 'production' },
    detached,
  })
}
