import pg from 'pg'

/** The same driver and pool size as the product's. */
export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
