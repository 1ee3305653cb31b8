import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '../generated/prisma/client'
import { env } from './env'
import { logger } from './logger'

function connect() {
  const { DATABASE_URL, DATABASE_POOL_SIZE } = env()
  const pool = new pg.Pool({ connectionString: DATABASE_URL, max: DATABASE_POOL_SIZE, application_name: 'assay' })
  // An idle connection that breaks (the database restarted) is replaced at the next use.
  pool.on('error', error => logger.warn({ error: error.message }, 'an idle database connection broke'))
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) }
}

const shared = globalThis as typeof globalThis & { __assayDatabase?: ReturnType<typeof connect> }

function connection() {
  // One pool per process; survives hot reload in development. Made at first use, so that a build needs no database.
  shared.__assayDatabase ??= connect()
  return shared.__assayDatabase
}

/** The transaction that everything below it belongs to ({@link inOneTransaction}); usually there is none. */
const ambient = new AsyncLocalStorage<{ client: pg.PoolClient; prisma: PrismaClient }>()

/** Prisma, for everything that is not hot. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_, property) => {
    const client = ambient.getStore()?.prisma ?? connection().prisma
    const value = Reflect.get(client, property, client)
    return typeof value === 'function' ? value.bind(client) : value
  },
})

/** What `db.$transaction(async tx => …)` hands to its callback. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

/**
 * One prepared statement, on the same pool as `db`. For hot paths and bulk work only (docs/decisions/0003).
 * `name` must be unique to the text: PostgreSQL prepares it once per connection.
 */
export async function sql<Row extends pg.QueryResultRow>(
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  const target = ambient.getStore()?.client ?? connection().pool
  const result = await target.query<Row>({ name, text, values })
  return result.rows
}

/** Sends a hint to whoever listens (events.ts). */
export const announceOn = (channel: string, payload: string) =>
  connection().pool.query('SELECT pg_notify($1, $2)', [channel, payload])

/** Runs `work` on one connection inside a transaction: for COPY and other things that Prisma cannot do. */
export async function withConnection<Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const outer = ambient.getStore()?.client
  if (outer) return atSavepoint(outer, work)
  const client = await connection().pool.connect()
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

async function atSavepoint<Result>(client: pg.PoolClient, work: (client: pg.PoolClient) => Promise<Result>) {
  await client.query('SAVEPOINT nested')
  try {
    const result = await work(client)
    await client.query('RELEASE SAVEPOINT nested')
    return result
  } catch (error) {
    await client.query('ROLLBACK TO SAVEPOINT nested')
    throw error
  }
}

/** A pool of one connection that is inside a transaction: what Prisma begins on it becomes a savepoint. */
class PinnedPool extends pg.Pool {
  constructor(client: pg.PoolClient) {
    super({ max: 1 })
    const nested: Record<string, string> = {
      BEGIN: 'SAVEPOINT nested',
      COMMIT: 'RELEASE SAVEPOINT nested',
      ROLLBACK: 'ROLLBACK TO SAVEPOINT nested',
    }
    const query = (config: pg.QueryConfig, values?: unknown[]) =>
      client.query({ ...config, text: nested[config.text] ?? config.text }, values)
    const pinned = { query, release: () => undefined, on: () => undefined, removeListener: () => undefined }
    Object.assign(this, { query, connect: async () => pinned })
  }
}

/**
 * Prisma on a connection of `withConnection`: what it writes belongs to that transaction, beside COPY.
 * Costs some milliseconds to make: for bulk work only.
 */
export const transactionOn = (client: pg.PoolClient): Transaction =>
  new PrismaClient({ adapter: new PrismaPg(new PinnedPool(client)) })

/**
 * Makes all that `work` does with this database one transaction, its own transactions included (they become savepoints):
 * for whoever has to write something beside a command if and only if the command's writes happen.
 */
export const inOneTransaction = <Result>(work: () => Promise<Result>): Promise<Result> =>
  withConnection(client => ambient.run({ client, prisma: transactionOn(client) as PrismaClient }, work))

/** Ends the pool: for command lines and tests. */
export async function disconnect(): Promise<void> {
  const open = shared.__assayDatabase
  shared.__assayDatabase = undefined
  await open?.prisma.$disconnect()
  await open?.pool.end()
}
