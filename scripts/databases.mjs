// Databases on a server, ours or another.
import pg from 'pg'

const duplicate = new Set(['42P04', '23505'])
const quote = name => `"${name.replaceAll('"', '""')}"`

/** The same server, another database. */
export function withDatabase(url, name) {
  const changed = new URL(url)
  changed.pathname = `/${encodeURIComponent(name)}`
  return changed.href
}

export const databaseName = url => decodeURIComponent(new URL(url).pathname.slice(1))

/**
 * Runs `work(client)` on one connection.
 * @template Result
 * @param {string} url
 * @param {(client: pg.Client) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Makes a database unless it is there; a copy of `template` if given. True when it was made. */
export async function createDatabase(serverUrl, name, template) {
  return withClient(serverUrl, async client => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount) return false
    try {
      await client.query(`create database ${quote(name)}${template ? ` template ${quote(template)}` : ''}`)
      return true
    } catch (error) {
      if (duplicate.has(error.code)) return false
      throw error
    }
  })
}

/** Drops a database with whatever is still connected to it. */
export async function dropDatabase(serverUrl, name) {
  await withClient(serverUrl, client => client.query(`drop database if exists ${quote(name)} with (force)`))
}

export async function renameDatabase(serverUrl, from, to) {
  await withClient(serverUrl, client => client.query(`alter database ${quote(from)} rename to ${quote(to)}`))
}

/** Names of databases that begin with `prefix`. */
export async function listDatabases(serverUrl, prefix) {
  const { rows } = await withClient(serverUrl, client =>
    client.query('select datname from pg_database where starts_with(datname, $1) order by datname', [prefix]),
  )
  return rows.map(row => row.datname)
}
