import { defineConfig } from 'prisma/config'

// The folder holds one schema file per domain. `prisma generate` needs no database; the CLI is only used for that.
export default defineConfig({ schema: 'prisma/schema', migrations: { path: 'prisma/migrations' } })
