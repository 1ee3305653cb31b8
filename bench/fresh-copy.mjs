// Fresh databases for a round, and what they cost the server.

import path from 'node:path'
import { createDatabase, dropDatabase, withClient } from '../scripts/databases.mjs'
import { findPostmaster } from '../scripts/postgres-cluster.mjs'
import { cpuMs } from './process-usage.mjs'

let made = 0

/** A fresh copy of `template`. `dispose()` drops it. */
export async function freshCopy(server, template) {
  const serverUrl = server.url('postgres')
  const name = `bench_run_${process.pid}_${++made}`
  await dropDatabase(serverUrl, name)
  await createDatabase(serverUrl, name, template)
  return { url: server.url(name), name, dispose: () => dropDatabase(serverUrl, name) }
}

/** Drops what an earlier run that was cut off has left. */
export async function dropLeftovers(server, listDatabases) {
  const serverUrl = server.url('postgres')
  for (const name of await listDatabases(serverUrl, 'bench_run_')) await dropDatabase(serverUrl, name)
}

/** CPU milliseconds of the whole PostgreSQL server so far, or null. */
export function postgresCpuMs(server) {
  const postmaster = findPostmaster(path.join(server.home, '18'))
  return postmaster ? cpuMs(postmaster.pid) : null
}

/** Transactions committed in a database so far: each statement of a hot path is one. */
export async function committed(url) {
  const { rows } = await withClient(url, client =>
    client.query('SELECT xact_commit::float8 AS n FROM pg_stat_database WHERE datname = current_database()'),
  )
  return rows[0].n
}
