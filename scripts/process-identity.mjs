// A process id alone does not name a process: after a reboot or in a new container it belongs to somebody else.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

/** State, parent and so on of a process, as Linux lists them after its name; null if there is no such process. */
function readStat(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

/** The parent of a process; null where that cannot be told cheaply. */
export const parentOf = pid => readStat(pid)?.[1] ?? null

/** When a process was started, in the system's own words; null if there is no such (living) process. */
function startOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null
  if (process.platform === 'linux') {
    const stat = readStat(pid)
    return !stat || stat[0] === 'Z' || stat[0] === 'X' ? null : stat[19]
  }
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return null
  }
  if (process.platform === 'win32') return 'running'
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || null
}

/** A text that names this process and no later one with the same id. */
export function identityOf(pid) {
  const start = startOf(pid)
  return start === null ? null : `${pid} ${start}`
}

/** Whether the process that `identity` was taken from still runs. */
export function isRunning(identity) {
  return identityOf(Number.parseInt(identity, 10)) === identity.trim()
}

export const processExists = pid => startOf(pid) !== null

/** Waits until a process is gone; false when it is still there after `timeoutMs`. */
export async function waitUntilGone(pid, timeoutMs) {
  const until = Date.now() + timeoutMs
  while (processExists(pid)) {
    if (Date.now() > until) return false
    await new Promise(resolve => setTimeout(resolve, 25))
  }
  return true
}
