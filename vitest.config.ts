import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = {
  '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, ''),
  // Outside Next there is nothing to guard; the real package throws.
  'server-only': fileURLToPath(new URL('./node_modules/server-only/empty.js', import.meta.url)),
}

// *.test.ts needs nothing; *.db.test.ts runs against real PostgreSQL (DATABASE_URL, set up by scripts/run.mjs).
export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{app,components,criteria,server,scripts,prisma,bench}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts', '**/node_modules/**', '.next*/**'],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'database',
          include: ['{server,prisma,scripts}/**/*.db.test.ts'],
          globalSetup: ['scripts/vitest/database-server.mjs'],
          setupFiles: ['scripts/vitest/database-per-file.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
