// Which database a command works on. Demo, development and real data live in different databases, always.
import path from 'node:path'
import { createDatabase, databaseName, withDatabase } from './databases.mjs'
import { startPostgres } from './embedded-postgres.mjs'
import { atEnd } from './lifecycle.mjs'
import { root } from './paths.mjs'
import { say } from './progress.mjs'

const shortPath = file => (file.startsWith(root + path.sep) ? path.relative(root, file) : file)
const suffixes = { real: '', demo: '_demo', dev: '_dev' }

/** With DATABASE_URL, demo and development get a sibling of that database on the same server. */
async function openExternal(kind) {
  const given = process.env.DATABASE_URL
  if (!/^postgres(ql)?:\/\/[^/]*\/[^/?]+/.test(given)) {
    throw new Error('DATABASE_URL must look like postgresql://user:password@host:5432/database')
  }
  const name = databaseName(given)
  const suffix = suffixes[kind]
  if (name.endsWith(suffix)) return { url: given, name, server: null }
  const sibling = `${name}${suffix}`
  const url = withDatabase(given, sibling)
  try {
    if (await createDatabase(given, sibling)) say(`made the database ${sibling} beside ${name}`)
  } catch (error) {
    throw new Error(`cannot make the database "${sibling}" for ${kind} data: ${error.message}. Make it by hand first.`)
  }
  return { url, name: sibling, server: null }
}

/**
 * Opens the `real`, `demo` or `dev` database: that of DATABASE_URL, or one in the built-in PostgreSQL, which is
 * started if needed and left at the end. Returns its URL, its name, and the built-in server (null if it is another).
 */
export async function openDatabase(kind) {
  if (process.env.DATABASE_URL) return openExternal(kind)
  const server = await startPostgres()
  atEnd(server.stop)
  say(`PostgreSQL ${server.started ? 'started' : 'already runs'}, data in ${shortPath(server.home)}`)
  const name = `assay${suffixes[kind]}`
  return { url: await server.ensureDatabase(name), name, server }
}
