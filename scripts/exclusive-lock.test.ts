import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { exclusively } from './exclusive-lock.mjs'
import { identityOf, isRunning } from './process-identity.mjs'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assay-lock-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

it('tells a process from a later one with the same id', () => {
  const own = identityOf(process.pid)
  expect(own).not.toBeNull()
  expect(isRunning(own ?? '')).toBe(true)
  expect(isRunning(`${process.pid} 1`)).toBe(false)
  const ended = spawnSync(process.execPath, ['-e', 'console.log(process.pid)'], { encoding: 'utf8' })
  expect(identityOf(Number(ended.stdout))).toBeNull()
})

it('takes over a lock whose owner is dead and removes it afterwards', async () => {
  const file = path.join(folder, 'stale')
  fs.writeFileSync(file, `${process.pid} 1`)
  expect(await exclusively(file, () => 'done')).toBe('done')
  expect(fs.readdirSync(folder)).toEqual([])
})

it('lets one process in at a time', async () => {
  const file = path.join(folder, 'lock')
  const log = path.join(folder, 'log')
  const script = `
    import fs from 'node:fs'
    import { exclusively } from ${JSON.stringify(path.resolve('scripts/exclusive-lock.mjs'))}
    for (let i = 0; i < 5; i++) await exclusively(${JSON.stringify(file)}, async () => {
      fs.appendFileSync(${JSON.stringify(log)}, 'in ')
      await new Promise(resolve => setTimeout(resolve, 5))
      fs.appendFileSync(${JSON.stringify(log)}, 'out ')
    })`
  const { spawn } = await import('node:child_process')
  const run = () =>
    new Promise(resolve =>
      spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' }).once('exit', resolve),
    )
  expect(await Promise.all([run(), run(), run()])).toEqual([0, 0, 0])
  expect(fs.readFileSync(log, 'utf8')).toBe('in out '.repeat(15))
}, 30_000)
