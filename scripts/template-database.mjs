// A migrated, empty database that tests copy: one migration run instead of one per test file.
import {
  createDatabase,
  databaseName,
  dropDatabase,
  listDatabases,
  renameDatabase,
  withClient,
  withDatabase,
} from './databases.mjs'
import { migrateDatabase } from './migrations.mjs'
import { digestOf } from './stamps.mjs'

const prefix = 'assay_template_'
const lockKey = 4_700_412_583

/** The URL of a database with the migrations of this checkout, on the server of `serverUrl`. Made at most once. */
export async function ensureTemplate(serverUrl) {
  const name = `${prefix}${digestOf(['prisma/migrations', 'scripts/migrate.mjs']).slice(0, 16)}`
  await withClient(serverUrl, async client => {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    const existing = await listDatabases(serverUrl, prefix)
    if (existing.includes(name)) return
    // Under another name until it is complete, so that an interrupted run leaves nothing that looks finished.
    const unfinished = `unfinished_${name}`
    await dropDatabase(serverUrl, unfinished)
    await createDatabase(serverUrl, unfinished)
    await migrateDatabase(withDatabase(serverUrl, unfinished))
    await renameDatabase(serverUrl, unfinished, name)
    for (const old of existing) await dropDatabase(serverUrl, old)
  })
  return withDatabase(serverUrl, name)
}

/** A fresh copy of a template under `name`. */
export async function copyTemplate(templateUrl, name) {
  const serverUrl = withDatabase(templateUrl, 'postgres')
  await dropDatabase(serverUrl, name)
  await createDatabase(serverUrl, name, databaseName(templateUrl))
  return withDatabase(templateUrl, name)
}
