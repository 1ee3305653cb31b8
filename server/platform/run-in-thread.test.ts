import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runInThread } from './run-in-thread'

const program = `
  import { parentPort, workerData } from 'node:worker_threads'
  const { name, input } = workerData
  if (name === 'fail') throw new RangeError('no such thing')
  if (name === 'leave') process.exit(7)
  const until = Date.now() + (input.ms ?? 0)
  while (Date.now() < until);
  parentPort.postMessage({ name, twice: input.value * 2 })`

const folder = mkdtempSync(path.join(tmpdir(), 'assay-threads-'))
const started = process.argv[1]

beforeAll(() => {
  writeFileSync(path.join(folder, 'computations.mjs'), program)
  process.argv[1] = path.join(folder, 'worker.mjs')
})
afterAll(() => {
  process.argv[1] = started ?? ''
  rmSync(folder, { recursive: true })
})

const here = () => {
  throw new Error('computed in this thread')
}

it('gives what the program of the threads makes of the input', async () => {
  expect(await runInThread('double', { value: 21 }, here)).toEqual({ name: 'double', twice: 42 })
})

it('leaves the event loop free meanwhile', async () => {
  let turns = 0
  const timer = setInterval(() => turns++, 5)
  await runInThread('double', { value: 1, ms: 300 }, here)
  clearInterval(timer)
  expect(turns).toBeGreaterThan(10)
})

it('fails as the computation does, also when the thread just ends, and goes on with the next', async () => {
  const [failed, left, next] = await Promise.allSettled([
    runInThread('fail', {}, here),
    runInThread('leave', {}, here),
    runInThread('double', { value: 3 }, here),
  ])
  expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'no such thing' } })
  expect(left).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('ended with 7') } })
  expect(next).toMatchObject({ status: 'fulfilled', value: { twice: 6 } })
})

it('computes here where the program is not built', async () => {
  const file = path.join(folder, 'computations.mjs')
  rmSync(file)
  const cwd = process.cwd()
  process.chdir(folder)
  expect(await runInThread('double', { value: 1 }, () => 'here')).toBe('here')
  process.chdir(cwd)
})
