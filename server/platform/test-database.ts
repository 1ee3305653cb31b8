import { randomBytes } from 'node:crypto'
import pg from 'pg'

export interface TestDatabase {
  /** Connection URL of a migrated database without rows. */
  url: string
  /** Drops it, with whatever is still connected. All of a test run are dropped at its end in any case. */
  dispose: () => Promise<void>
}

async function onServer(templateUrl: string, statement: string) {
  const server = new URL(templateUrl)
  server.pathname = '/postgres'
  const client = new pg.Client({ connectionString: server.href })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/**
 * A fresh, migrated database, copied from the run's template. Each `*.db.test.ts` already has one of its own in
 * `DATABASE_URL`; call this for a second one. Throws outside `npm test` and vitest's `database` project.
 */
export async function makeTestDatabase(): Promise<TestDatabase> {
  const templateUrl = process.env.TEST_TEMPLATE_URL
  if (!templateUrl) throw new Error('TEST_TEMPLATE_URL is missing: run this test with vitest --project database')
  const template = new URL(templateUrl).pathname.slice(1)
  const name = `test_${process.env.TEST_RUN ?? process.pid}_${randomBytes(6).toString('hex')}`
  await onServer(templateUrl, `create database "${name}" template "${template}"`)
  const url = new URL(templateUrl)
  url.pathname = `/${name}`
  return { url: url.href, dispose: () => onServer(templateUrl, `drop database if exists "${name}" with (force)`) }
}
