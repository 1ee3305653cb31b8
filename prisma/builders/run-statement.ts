import pg from 'pg'

/** One statement on the database of DATABASE_URL, on a connection of its own: for builders, which nothing hurries. */
export async function runStatement<Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}
