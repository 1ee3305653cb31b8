// `npm run migrate:create NAME`: a migration from what the schema says and the migrations do not do yet.
import { setUp } from '../setup.mjs'

export async function migrateCreate([name]) {
  if (!name) throw new Error('usage: npm run migrate:create NAME')
  await setUp({ web: false, programs: false })
  const { startPostgres } = await import('../embedded-postgres.mjs')
  const { atEnd } = await import('../lifecycle.mjs')
  const { startNode } = await import('../child-process.mjs')
  const server = await startPostgres({ folder: 'pg-test', fast: true })
  atEnd(server.stop)
  const env = { DATABASE_URL: server.url('postgres') }
  return startNode(['scripts/migrate.mjs', 'create', name], { env }).ended
}
