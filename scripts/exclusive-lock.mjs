// One at a time between processes. A lock whose owner is dead (kill -9, power loss) is taken over.
import fs from 'node:fs'
import { identityOf, isRunning } from './process-identity.mjs'

const read = file => {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function take(file) {
  const own = `${file}.${process.pid}`
  // Written aside and linked: a lock is never seen half-written, and only one link can succeed.
  fs.writeFileSync(own, identityOf(process.pid) ?? `${process.pid}`)
  try {
    fs.linkSync(own, file)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  } finally {
    fs.rmSync(own, { force: true })
  }
}

function removeIfStale(file, seen) {
  if (isRunning(seen)) return
  const aside = `${file}.stale-${process.pid}`
  try {
    fs.renameSync(file, aside)
  } catch {
    return
  }
  // Somebody may have taken it over between our look and our rename: give it back.
  if (read(aside) !== seen) {
    try {
      fs.linkSync(aside, file)
    } catch {}
  }
  fs.rmSync(aside, { force: true })
}

/** Runs `work` while no other process holds `file`. `onWait(pid)` is told once when it has to wait. */
export async function exclusively(file, work, onWait = () => {}) {
  let told = false
  while (!take(file)) {
    const seen = read(file)
    if (seen === null) continue
    removeIfStale(file, seen)
    if (!told && isRunning(seen)) {
      told = true
      onWait(Number.parseInt(seen, 10))
    }
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  const release = () => fs.rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.removeListener('exit', release)
    release()
  }
}
