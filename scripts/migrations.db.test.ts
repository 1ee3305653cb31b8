import { expect, it } from 'vitest'
import { schemaDifference } from './schema-engine.mjs'

it('migrations produce exactly the schema', async () => {
  expect(await schemaDifference(process.env.DATABASE_URL)).toBeNull()
})
