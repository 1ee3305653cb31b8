// The built-in PostgreSQL: start, share, revive, stop. Reached by a socket in a private folder, never by the network.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { createDatabase } from './databases.mjs'
import { freePort } from './free-port.mjs'
import { dataDir } from './paths.mjs'
import { databaseUser, findBinaries } from './postgres-binaries.mjs'
import {
  clusterHome,
  findPostmaster,
  makeCluster,
  makeSocketDir,
  readPassword,
  removeStalePidFiles,
} from './postgres-cluster.mjs'
import { leaveServer, registerUser, withServerLock } from './postgres-users.mjs'

const windows = process.platform === 'win32'
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms))

const settings = () => ({
  max_connections: process.env.ASSAY_PG_MAX_CONNECTIONS ?? '100',
  shared_buffers: process.env.ASSAY_PG_SHARED_BUFFERS ?? '256MB',
  // Ids are random, so that writes touch many pages: fewer and smaller images of whole pages in the log.
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  wal_compression: 'on',
  jit: 'off',
  timezone: 'UTC',
})

/** Only for data that may be lost at any time. */
const fastSettings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  shared_buffers: '128MB',
  autovacuum_naptime: '1d',
}

async function answers(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** A log that starts anew when it has grown. */
function openLog(home) {
  const file = path.join(home, 'postgres.log')
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > 20_000_000) fs.renameSync(file, `${file}.1`)
  return fs.openSync(file, 'a')
}

function spawnServer({ home, cluster, socketDir, port, ids, binary, fast }) {
  const listen = windows ? ['-h', '127.0.0.1', '-p', String(port)] : ['-h', '', '-k', socketDir, '-p', String(port)]
  const all = { ...settings(), ...(fast ? fastSettings : {}) }
  const argv = ['-D', cluster, ...listen, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const log = openLog(home)
  // Its own process group: Ctrl-C must reach it last, through us.
  const options = {
    ...ids,
    cwd: '/',
    detached: !windows,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: 'C' },
  }
  const child = spawn(binary('postgres'), argv, options)
  fs.closeSync(log)
  child.on('error', () => {})
  child.unref()
  return child
}

function spawnWatchdog(home, cluster, pgCtl) {
  const script = fileURLToPath(new URL('./postgres-watchdog.mjs', import.meta.url))
  const argv = [script, home, cluster, pgCtl, String(process.pid)]
  const child = spawn(process.execPath, argv, {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    cwd: '/',
  })
  child.on('error', () => {})
  child.unref()
  child.channel?.unref()
  return child
}

/**
 * Starts a built-in PostgreSQL or joins one that runs; several processes may share it.
 *
 * `folder` is below the data folder (or absolute). `fast` gives up durability: for tests only.
 * Returns `url(name)`, `ensureDatabase(name)` (its URL), `isAlive()`, `revive()` after it died, and `stop()`,
 * which leaves it running for others. Throws when it cannot be started, naming the log.
 */
export async function startPostgres({ folder = 'pg', fast = false } = {}) {
  const ids = databaseUser()
  const binary = findBinaries(ids)
  const home = clusterHome(path.resolve(dataDir, folder), ids)
  const { cluster, made } = await withServerLock(home, () => makeCluster({ home, ids, binary, fast }))
  const password = readPassword(cluster)
  const socketDir = makeSocketDir(home, cluster, ids)
  const port = windows ? (findPostmaster(cluster)?.port ?? (await freePort(0))) : 5432
  const at = windows ? `127.0.0.1:${port}` : 'localhost'
  const query = windows ? '' : `?host=${encodeURIComponent(socketDir)}&port=${port}`
  const url = name => `postgresql://assay:${password}@${at}/${name}${query}`

  async function ensureRunning() {
    let child = null
    let started = false
    const until = Date.now() + 60_000
    while (!(await answers(url('postgres')))) {
      if (Date.now() > until)
        throw new Error(`PostgreSQL does not become ready; see ${path.join(home, 'postgres.log')}`)
      // After a kill -9 the new server refuses to start until the last of the old one's processes is gone: try again.
      if ((!child || child.exitCode !== null || child.signalCode !== null) && !findPostmaster(cluster)) {
        removeStalePidFiles(cluster, socketDir)
        child = spawnServer({ home, cluster, socketDir, port, ids, binary, fast })
        started = true
      }
      await sleep(50)
    }
    return started
  }

  const pgCtl = binary('pg_ctl')
  const started = await withServerLock(home, async () => {
    registerUser(home)
    return ensureRunning()
  })
  const watchdog = spawnWatchdog(home, cluster, pgCtl)
  return {
    made,
    started,
    home,
    url,
    ensureDatabase: async name => {
      await createDatabase(url('postgres'), name)
      return url(name)
    },
    isAlive: () => findPostmaster(cluster) !== null,
    revive: () => withServerLock(home, ensureRunning),
    stop: async () => {
      const stopped = await leaveServer({ home, cluster, pgCtl })
      if (watchdog.connected) watchdog.send('done', () => {})
      return stopped
    },
  }
}
