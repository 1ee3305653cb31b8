// The processes of the application, as the supervisor and the tests start them.
import { randomUUID } from 'node:crypto'
import { startNode, stopChild } from './child-process.mjs'
import { packageFile } from './paths.mjs'

// In a group of its own: Ctrl-C reaches the supervisor, which then stops things in order.
const detached = process.platform !== 'win32'
const readyTimeoutMs = 120_000
const modeOf = dev => ({ NODE_ENV: dev ? 'development' : 'production' })

/** Next, for production or (`dev`) with rebuilds on change. */
export function startWeb({ env, host, port, dev = false }) {
  const argv = [packageFile('next', 'dist/bin/next'), dev ? 'dev' : 'start', '-p', String(port), '-H', host]
  return startNode(argv, { env: { ...env, ...modeOf(dev) }, detached })
}

/** A built program (dist/*.mjs) that keeps running. */
export function startBuilt(file, { env, dev = false }) {
  return startNode(['--enable-source-maps', file], { env: { ...env, ...modeOf(dev) }, detached })
}

/** Whether the process that was started as `instance` serves requests: another one may have taken the port before it. */
async function isReady(url, instance) {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(60_000) })
    const health = await response.json()
    return health.ok && health.instance === instance
  } catch {
    return false
  }
}

/**
 * Starts the web server and waits until it serves requests. Returns the process and `start()`, which starts another
 * like it. Throws when it ends before that, or after two minutes.
 */
export async function startReadyWeb({ env, host, port, dev = false }) {
  const instance = randomUUID()
  const start = () => startWeb({ env: { ...env, ASSAY_INSTANCE: instance }, host, port, dev })
  const child = start()
  const probeHost = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  const url = `http://${probeHost}:${port}/api/health`
  const until = Date.now() + readyTimeoutMs
  while (child.exitCode === null && child.signalCode === null && Date.now() < until) {
    if (await isReady(url, instance)) return { child, start }
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  await stopChild(child)
  throw new Error('the web server did not start; see above')
}
