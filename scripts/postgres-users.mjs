// Who uses a built-in server: one file per process. The last living one stops it.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { exclusively } from './exclusive-lock.mjs'
import { findPostmaster } from './postgres-cluster.mjs'
import { identityOf, isRunning, waitUntilGone } from './process-identity.mjs'

const usersDir = home => path.join(home, 'users')
const fileOf = (home, pid) => path.join(usersDir(home), String(pid))

/** Starting and stopping a server exclude each other. */
export const withServerLock = (home, work) => exclusively(path.join(home, 'lock'), work)

export function registerUser(home) {
  fs.mkdirSync(usersDir(home), { recursive: true })
  fs.writeFileSync(fileOf(home, process.pid), identityOf(process.pid) ?? String(process.pid))
}

function hasLivingUser(home) {
  let found = false
  for (const name of fs.readdirSync(usersDir(home))) {
    const file = path.join(usersDir(home), name)
    if (isRunning(fs.readFileSync(file, 'utf8'))) found = true
    else fs.rmSync(file, { force: true })
  }
  return found
}

/** Takes process `pid` off the list and stops the server if nobody else uses it. True when it was stopped. */
export async function leaveServer({ home, cluster, pgCtl }, pid = process.pid) {
  return withServerLock(home, async () => {
    fs.rmSync(fileOf(home, pid), { force: true })
    if (hasLivingUser(home)) return false
    const server = findPostmaster(cluster)
    if (!server) return false
    if (process.platform === 'win32') spawnSync(pgCtl, ['stop', '-m', 'fast', '-D', cluster])
    else process.kill(server.pid, 'SIGINT')
    if (!(await waitUntilGone(server.pid, 30_000))) throw new Error(`PostgreSQL (process ${server.pid}) does not stop`)
    return true
  })
}
