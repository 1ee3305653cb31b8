// A PostgreSQL cluster on disk: made once, found again, never half-made.
import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { isReachableBy, makeSystemDir, systemDir } from './postgres-binaries.mjs'
import { processExists } from './process-identity.mjs'

const shortHash = text => createHash('sha256').update(text).digest('hex').slice(0, 12)
const isRoot = ids => ids.uid !== undefined

/** The folder of a cluster; outside the checkout when the database's user cannot reach that (a folder of mode 700). */
export function clusterHome(wanted, ids) {
  let home = wanted
  if (isRoot(ids) && !isReachableBy(ids.uid, path.dirname(wanted))) {
    makeSystemDir()
    home = path.join(systemDir, shortHash(wanted))
    fs.mkdirSync(home, { recursive: true })
    fs.writeFileSync(path.join(home, 'belongs-to'), `${wanted}\n`)
  }
  fs.mkdirSync(home, { recursive: true })
  if (isRoot(ids)) fs.chmodSync(home, 0o755)
  return fs.realpathSync(home)
}

/** Makes the cluster below `home` if there is none: initdb aside, then one atomic rename. */
export function makeCluster({ home, ids, binary, fast }) {
  const cluster = path.join(home, '18')
  if (fs.existsSync(path.join(cluster, 'PG_VERSION'))) return { cluster, made: false }
  // Under the server's lock: whatever an interrupted start left here is nobody's.
  const aside = path.join(home, 'unfinished')
  fs.rmSync(aside, { recursive: true, force: true })
  fs.mkdirSync(aside, { mode: 0o700 })
  const passwordFile = path.join(aside, 'password')
  fs.writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 })
  if (isRoot(ids)) for (const file of [aside, passwordFile]) fs.chownSync(file, ids.uid, ids.gid)
  const argv = ['-D', path.join(aside, 'data'), '-U', 'assay', '-E', 'UTF8', '-A', 'scram-sha-256']
  argv.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--pwfile=${passwordFile}`)
  if (fast) argv.push('--no-sync')
  const environment = { ...process.env, LC_ALL: 'C' }
  const result = spawnSync(binary('initdb'), argv, { ...ids, cwd: '/', env: environment, encoding: 'utf8' })
  if (result.status !== 0) throw new Error(`initdb failed: ${result.stderr || result.error?.message}`)
  fs.renameSync(passwordFile, path.join(aside, 'data', 'assay-password'))
  try {
    fs.renameSync(path.join(aside, 'data'), cluster)
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(error.code)) throw error
  }
  fs.rmSync(aside, { recursive: true, force: true })
  return { cluster, made: true }
}

/** The superuser's password; readable by the owner of the cluster (and root) alone. */
export const readPassword = cluster => fs.readFileSync(path.join(cluster, 'assay-password'), 'utf8').trim()

/** A folder for the socket. The path of a socket is limited to about 100 bytes: a deep checkout gets one below /tmp. */
export function makeSocketDir(home, cluster, ids) {
  if (process.platform === 'win32') return null
  const inside = path.join(home, 'socket')
  const dir = inside.length <= 80 ? inside : path.join(fs.realpathSync('/tmp'), `assay-pg-${shortHash(cluster)}`)
  fs.mkdirSync(dir, { recursive: true })
  const expected = ids.uid ?? process.getuid()
  const stat = fs.lstatSync(dir)
  // In a shared folder somebody else could have made it first, with a server of their own behind it.
  if (!stat.isDirectory() || ![expected, process.getuid()].includes(stat.uid)) {
    throw new Error(`${dir} belongs to somebody else; remove it`)
  }
  if (isRoot(ids)) fs.chmodSync(dir, 0o755)
  if (isRoot(ids)) fs.chownSync(dir, ids.uid, ids.gid)
  return dir
}

/** The living server of a cluster, from its pid file: process id and port; null if there is none. */
export function findPostmaster(cluster) {
  let lines
  try {
    lines = fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
  const pid = Number(lines[0])
  if (!processExists(pid)) return null
  if (process.platform === 'linux') {
    // The server's working folder is its cluster. A process with this id that stands elsewhere is another program.
    try {
      if (fs.readlinkSync(`/proc/${pid}/cwd`) !== cluster) return null
    } catch {
      return null
    }
  }
  return { pid, port: Number(lines[3]) }
}

/** Removes pid files that name no living server of this cluster: PostgreSQL refuses to start when the id is in use again. */
export function removeStalePidFiles(cluster, socketDir) {
  if (process.platform !== 'linux' || findPostmaster(cluster)) return
  fs.rmSync(path.join(cluster, 'postmaster.pid'), { force: true })
  if (!socketDir) return
  for (const name of fs.readdirSync(socketDir)) fs.rmSync(path.join(socketDir, name), { force: true })
}
