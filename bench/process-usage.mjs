// CPU time and memory of a process and everything below it, from /proc. Elsewhere than on Linux: null.
import fs from 'node:fs'

const ticksPerSecond = 100

/** The fields of /proc/PID/stat after the name (which may hold spaces and brackets). */
function statOf(pid) {
  const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

function treeOf(root) {
  const children = new Map()
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const parent = Number(statOf(name)[1])
      children.set(parent, [...(children.get(parent) ?? []), Number(name)])
    } catch {
      // it ended meanwhile
    }
  }
  const found = [root]
  for (const pid of found) found.push(...(children.get(pid) ?? []))
  return found
}

const sum = (pids, read) =>
  pids.reduce((total, pid) => {
    try {
      return total + read(pid)
    } catch {
      return total
    }
  }, 0)

/** CPU milliseconds used so far by `pid` and all below it, or null. */
export function cpuMs(pid) {
  if (process.platform !== 'linux') return null
  // user and system time, and that of children that have ended
  return sum(treeOf(pid), each => {
    const fields = statOf(each)
    return ([11, 12, 13, 14].reduce((total, at) => total + Number(fields[at]), 0) * 1000) / ticksPerSecond
  })
}

/** Proportional set size in MB of `pid` and all below it (shared pages are counted in part), or null. */
export function memoryMb(pid) {
  if (process.platform !== 'linux') return null
  const readPss = each => Number(/^Pss:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${each}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  return sum(treeOf(pid), readPss) / 1024
}
