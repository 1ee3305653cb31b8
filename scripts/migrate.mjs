// Usage: migrate.mjs deploy | create NAME, with DATABASE_URL. In a process of its own: the engine keeps a connection
// with its advisory lock open, and a panic of WebAssembly cannot be survived.
import { applyMigrations, createMigration } from './schema-engine.mjs'

const [action, name] = process.argv.slice(2)
const url = process.env.DATABASE_URL
try {
  if (action === 'create') {
    const made = await createMigration(url, name, new Date())
    console.log(made ? `made prisma/migrations/${made}/migration.sql` : 'the migrations already produce the schema')
  } else {
    for (const applied of await applyMigrations(url)) console.log(`applied ${applied}`)
    // The queue keeps its own tables; they must be there before the first job is put in.
    const { Logger, runMigrations } = await import('graphile-worker')
    await runMigrations({ connectionString: url, logger: new Logger(() => () => {}) })
  }
  process.exit(0)
} catch (error) {
  console.error(`migration failed: ${error?.message ?? error}`)
  if (error?.meta) console.error(JSON.stringify(error.meta))
  process.exit(1)
}
