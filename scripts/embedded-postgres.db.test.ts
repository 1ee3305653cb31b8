import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { withClient } from './databases.mjs'
import { startPostgres } from './embedded-postgres.mjs'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-pg-test-'))
fs.chmodSync(folder, 0o755)
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const postmasterPid = (home: string) =>
  Number(fs.readFileSync(path.join(home, '18/postmaster.pid'), 'utf8').split('\n')[0])

it('survives kill -9 with all that was committed, and a pid file that names another process', async () => {
  const server = await startPostgres({ folder: path.join(folder, 'pg') })
  const url = await server.ensureDatabase('kept')
  await withClient(url, client => client.query('create table note as select 7 as number'))

  process.kill(postmasterPid(server.home), 'SIGKILL')
  await expect.poll(server.isAlive).toBe(false)
  const pidFile = path.join(server.home, '18/postmaster.pid')
  const lines = fs.readFileSync(pidFile, 'utf8').split('\n')
  fs.writeFileSync(pidFile, [String(process.pid), ...lines.slice(1)].join('\n'))

  expect(await server.revive()).toBe(true)
  const { rows } = await withClient(url, client => client.query('select number from note'))
  expect(rows).toEqual([{ number: 7 }])
  expect(await server.stop()).toBe(true)
  expect(server.isAlive()).toBe(false)
}, 60_000)
