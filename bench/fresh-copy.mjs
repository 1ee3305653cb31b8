// Fresh databases for a round, and what they cost the server.

import path from 'node:path'
import { dropDatabase, listDatabases, withClient } from '../scripts/databases.mjs'
import { findPostmaster } from '../scripts/postgres-cluster.mjs'
import { processExists } from '../scripts/process-identity.mjs'
import { cpuMs } from './process-usage.mjs'

let made = 0

/** A fresh copy of `template`. `dispose()` drops it. */
export async function freshCopy(server, template) {
  const serverUrl = server.url('postgres')
  const name = `bench_run_${process.pid}_${++made}`
  await dropDatabase(serverUrl, name)
  // Copied as files, and written out before anything is measured.
  await withClient(serverUrl, client => client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`))
  return { url: server.url(name), name, dispose: () => dropDatabase(serverUrl, name) }
}

/** Drops what earlier runs that were cut off have left. */
export async function dropLeftovers(server) {
  const serverUrl = server.url('postgres')
  for (const name of await listDatabases(serverUrl, 'bench_run_')) {
    if (!processExists(Number(name.split('_')[2]))) await dropDatabase(serverUrl, name)
  }
}

/** CPU milliseconds of the whole PostgreSQL server so far, or null. */
function postgresCpuMs(server) {
  const postmaster = findPostmaster(path.join(server.home, '18'))
  return postmaster ? cpuMs(postmaster.pid) : null
}

/** What a database and its server have done so far: transactions committed, and KB of write-ahead log. */
async function databaseCounters(url) {
  const { rows } = await withClient(url, client =>
    client.query(
      `SELECT xact_commit::float8 AS transactions, (pg_current_wal_insert_lsn() - '0/0') / 1024.0 AS wal
       FROM pg_stat_database WHERE datname = current_database()`,
    ),
  )
  return { transactions: rows[0].transactions, walKb: Number(rows[0].wal) }
}

/** The counters of a web server on `copy`: CPU milliseconds of both, transactions, write-ahead log. */
export const readCounters = (server, copy, webPid) => async () => ({
  webCpuMs: cpuMs(webPid),
  postgresCpuMs: postgresCpuMs(server),
  ...(await databaseCounters(copy.url)),
})
