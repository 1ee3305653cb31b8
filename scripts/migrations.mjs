// Brings a database to the schema of this version; asks the engine only when something is missing.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { startNode, succeed } from './child-process.mjs'
import { withClient } from './databases.mjs'
import { root } from './paths.mjs'
import { say } from './progress.mjs'

const migrationsDir = path.join(root, 'prisma/migrations')

function migrationsOnDisk() {
  if (!fs.existsSync(migrationsDir)) return []
  return fs
    .readdirSync(migrationsDir, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => {
      const sql = fs.readFileSync(path.join(migrationsDir, name, 'migration.sql'))
      return { name, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

async function appliedMigrations(url) {
  return withClient(url, async client => {
    const { rows: tables } = await client.query(`select to_regclass('_prisma_migrations') as found`)
    if (!tables[0].found) return new Map()
    const { rows } = await client.query(
      'select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null',
    )
    return new Map(rows.map(row => [row.migration_name, row.checksum]))
  })
}

/** Applies missing migrations. Throws when one fails, or when an applied one was changed afterwards. */
export async function migrateDatabase(url) {
  const applied = await appliedMigrations(url)
  const wanted = migrationsOnDisk()
  const changed = wanted.filter(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum)
  if (changed.length > 0) {
    const names = changed.map(({ name }) => name).join(', ')
    throw new Error(`the migration ${names} was changed after this database applied it; restore the file`)
  }
  if (wanted.every(({ name }) => applied.has(name))) return
  say('migrating the database')
  await succeed('migration', startNode(['scripts/migrate.mjs', 'deploy'], { env: { DATABASE_URL: url } }))
}
