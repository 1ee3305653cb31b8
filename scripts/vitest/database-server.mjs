// Vitest's global set-up for *.db.test.ts: a server, and a migrated template that each test file gets a copy of.
import { dropDatabase, listDatabases, withDatabase } from '../databases.mjs'
import { startTestServer } from '../test-server.mjs'

/** Started by itself, so that `npx vitest --project database <file>` needs nothing else. */
export default async function setup() {
  const server = await startTestServer()
  process.env.TEST_TEMPLATE_URL = server.templateUrl
  process.env.TEST_RUN = String(process.pid)
  return async () => {
    const admin = withDatabase(server.templateUrl, 'postgres')
    for (const name of await listDatabases(admin, `test_${process.pid}_`)) await dropDatabase(admin, name)
    await server.stop()
  }
}
