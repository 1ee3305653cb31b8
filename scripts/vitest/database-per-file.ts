// Runs before each *.db.test.ts, and so before anything in it can import the database client.
import { makeTestDatabase } from '../../server/platform/test-database'

const database = await makeTestDatabase()
process.env.DATABASE_URL = database.url
