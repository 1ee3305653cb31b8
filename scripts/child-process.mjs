// Starts our child processes, so that none of them outlives this one.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './paths.mjs'
import { progressDescriptor } from './progress.mjs'

const preload = pathToFileURL(path.join(root, 'scripts/exit-with-parent.mjs')).href
const running = new Set()
let stopping = false

/** Nothing of ours or of our tools phones home; `prisma generate` wants an engine binary that it never runs. */
export const quietEnvironment = {
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
}

/** Starts a program of Node.js. `options` as for `spawn`; the child ends when this process does. */
export function startNode(argv, { env = {}, stdout = progressDescriptor(), stdin = 'ignore', ...options } = {}) {
  const child = spawn(process.execPath, ['--import', preload, ...argv], {
    cwd: root,
    stdio: [stdin, stdout, 'inherit', 'ipc'],
    env: { ...process.env, ...quietEnvironment, ...env, ASSAY_PARENT: String(process.pid) },
    ...options,
  })
  return track(child)
}

/** Configuration of the running application; a build must come out the same without it. */
const configured = /^(ASSAY_|OIDC_|NEXTAUTH_|DATABASE_)/

/** Starts a program of Node.js that prepares something and may be cut off at any point. */
export function startSetUpStep(argv) {
  const without = Object.fromEntries(
    Object.keys(process.env).flatMap(name => (configured.test(name) ? [[name, '']] : [])),
  )
  return startNode(argv, { env: { ...without, NODE_ENV: 'production', ASSAY_SETUP_STEP: '1' } })
}

/** Starts any other program (which cannot notice that its parent died). */
export function startProgram(file, argv, { env = {}, ...options } = {}) {
  const child = spawn(file, argv, {
    cwd: root,
    stdio: ['ignore', progressDescriptor(), 'inherit'],
    env: { ...process.env, ...quietEnvironment, ...env },
    ...options,
  })
  return track(child)
}

function track(child) {
  running.add(child)
  child.ended = new Promise(resolve => {
    child.once('error', error => resolve(error))
    child.once('exit', (code, signal) => resolve(code ?? signal))
  }).finally(() => running.delete(child))
  if (stopping) child.kill('SIGTERM')
  return child
}

/** Waits for a child; throws when it did not end with 0. */
export async function succeed(what, child) {
  const end = await child.ended
  if (end !== 0) throw new Error(`${what} failed (${end instanceof Error ? end.message : end})`)
}

/** Asks a child to end, and ends it after `graceMs` if it does not. */
export async function stopChild(child, graceMs = 10_000) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs)
  await child.ended
  clearTimeout(timer)
}

/** Ends all children, and every one that is started from now on. */
export async function stopAllChildren() {
  stopping = true
  await Promise.all([...running].map(child => stopChild(child)))
}
