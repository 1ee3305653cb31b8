// The server that tests use: a fast built-in one, or TEST_DATABASE_URL. Never the database of DATABASE_URL.
import { dropDatabase, listDatabases, withDatabase } from './databases.mjs'
import { processExists } from './process-identity.mjs'
import { ensureTemplate } from './template-database.mjs'

async function dropLeftovers(serverUrl) {
  for (const name of await listDatabases(serverUrl, 'test_')) {
    if (!processExists(Number(name.split('_')[1]))) await dropDatabase(serverUrl, name)
  }
}

/** Starts or joins it. Returns the URL of the migrated template and `stop()`. */
export async function startTestServer() {
  if (process.env.TEST_DATABASE_URL) {
    const serverUrl = withDatabase(process.env.TEST_DATABASE_URL, 'postgres')
    return { templateUrl: await ensureTemplate(serverUrl), stop: async () => {} }
  }
  const { startPostgres } = await import('./embedded-postgres.mjs')
  const server = await startPostgres({ folder: 'pg-test', fast: true })
  const serverUrl = server.url('postgres')
  await dropLeftovers(serverUrl)
  return { templateUrl: await ensureTemplate(serverUrl), stop: server.stop }
}
