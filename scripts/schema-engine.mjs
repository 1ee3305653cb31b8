// Prisma's own schema engine as WebAssembly: migrations without a native binary, and with the history its CLI writes.
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { createDatabase, dropDatabase, withDatabase } from './databases.mjs'
import { root } from './paths.mjs'

const schemaDir = path.join(root, 'prisma/schema')
export const migrationsDir = path.join(root, 'prisma/migrations')
const lockFile = 'migration_lock.toml'
const lockContent = '# Which database the migrations are for; read by the schema engine.\nprovider = "postgresql"\n'
const filters = { externalTables: [], externalEnums: [] }

/** PostgreSQL's internal "char", as the engine's catalogue queries return it, and what it stands for in the adapter. */
const charOid = 18
const textOid = 25
const characterColumnType = 6

function corrected(adapter) {
  // The adapter splits a script at every ';', also inside strings and function bodies. PostgreSQL takes it whole,
  // as one transaction, which is how the native engine sends it.
  adapter.executeScript = async script => {
    try {
      await adapter.client.query(script)
    } catch (error) {
      adapter.onError(error)
    }
  }
  const { performIO, queryRaw } = adapter
  let isChar = []
  adapter.performIO = async query => {
    const result = await performIO.call(adapter, query)
    isChar = result.fields.map(field => field.dataTypeID === charOid)
    for (const field of result.fields) if (field.dataTypeID === charOid) field.dataTypeID = textOid
    return result
  }
  adapter.queryRaw = async query => {
    const result = await queryRaw.call(adapter, query)
    isChar.forEach((is, column) => {
      if (is) result.columnTypes[column] = characterColumnType
    })
    return result
  }
  return adapter
}

/** Discrete settings: from a connection string node-postgres would take the database too, also for the shadow database. */
function settingsOf(url) {
  const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: url }).connectionParameters
  return { host, port, user, password, database, ssl, max: 1 }
}

class MigrationAdapter extends PrismaPg {
  constructor(url) {
    super(settingsOf(url))
    this.url = url
  }

  async connect() {
    return corrected(await super.connect())
  }

  /** The base class drops the shadow database before it closes its connections, which PostgreSQL refuses. */
  async connectToShadowDb() {
    const name = `shadow_${randomUUID()}`
    await createDatabase(this.url, name, 'template0')
    const adapter = corrected(await new PrismaPg(settingsOf(withDatabase(this.url, name))).connect())
    const dispose = adapter.dispose.bind(adapter)
    adapter.dispose = async () => {
      await dispose()
      await dropDatabase(this.url, name)
    }
    return adapter
  }
}

// The engine reports why it panicked through this global; Prisma's CLI sets the same.
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: message => console.error(`schema engine: ${message}`) }

async function loadEngine() {
  const require = createRequire(import.meta.url)
  const file = path.join(path.dirname(require.resolve('@prisma/schema-engine-wasm')), 'schema_engine_bg.wasm')
  const { instance } = await WebAssembly.instantiate(fs.readFileSync(file), { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
}

let loading
function schemaFiles() {
  const names = fs.readdirSync(schemaDir, { recursive: true }).map(String)
  return names
    .filter(name => name.endsWith('.prisma'))
    .sort()
    .map(name => ({ path: path.join(schemaDir, name), content: fs.readFileSync(path.join(schemaDir, name), 'utf8') }))
}

async function openEngine(url) {
  loading ??= loadEngine()
  await loading
  const datamodels = schemaFiles().map(file => [file.path, file.content])
  const adapter = bindMigrationAwareSqlAdapterFactory(new MigrationAdapter(url))
  return bindings.SchemaEngine.new({ datamodels }, () => {}, adapter)
}

function readMigrations() {
  const names = fs.existsSync(migrationsDir) ? fs.readdirSync(migrationsDir, { withFileTypes: true }) : []
  const folders = names.filter(entry => entry.isDirectory()).map(entry => entry.name)
  return {
    baseDir: migrationsDir,
    lockfile: { path: lockFile, content: lockContent },
    shadowDbInitScript: '',
    migrationDirectories: folders.sort().map(name => {
      const value = fs.readFileSync(path.join(migrationsDir, name, 'migration.sql'), 'utf8')
      return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value } } }
    }),
  }
}

/** Applies what is missing, in order. Returns the names of what was applied. Throws the engine's error. */
export async function applyMigrations(url) {
  const engine = await openEngine(url)
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: readMigrations(), filters })
  return appliedMigrationNames
}

/** The SQL that leads from the migrations to the schema; null when they agree. Uses a shadow database on that server. */
export async function schemaDifference(url) {
  const engine = await openEngine(url)
  const from = { tag: 'migrations', ...readMigrations() }
  const to = { tag: 'schemaDatamodel', files: schemaFiles() }
  const result = await engine.diff({ from, to, script: true, shadowDatabaseUrl: null, exitCode: true, filters })
  const script = result.stdout ?? ''
  return /^\s*(-- This is an empty migration\.?)?\s*$/.test(script) ? null : script
}

/** Writes a migration from the difference between migrations and schema. Returns its name, or null if there is none. */
export async function createMigration(url, name, now) {
  const script = await schemaDifference(url)
  if (script === null) return null
  const stamp = now.toISOString().replace(/[-:T]/g, '').slice(0, 14)
  const folder = `${stamp}_${name.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`
  fs.mkdirSync(path.join(migrationsDir, folder), { recursive: true })
  fs.writeFileSync(path.join(migrationsDir, folder, 'migration.sql'), script)
  const lockPath = path.join(migrationsDir, lockFile)
  if (!fs.existsSync(lockPath)) fs.writeFileSync(lockPath, lockContent)
  return folder
}
