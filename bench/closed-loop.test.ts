import { expect, it } from 'vitest'
import { closedLoop, inTurn, summariseSlices } from './closed-loop.mjs'

const slice = (loops: number, seconds: number, submit: number[], errors: [string, number][] = []) => ({
  clients: 2,
  seconds,
  loops,
  used: { cpuMs: loops * 3 },
  errors: new Map(errors),
  samples: { submit },
})

it('joins slices: rates over all of the time, percentiles over all samples, errors added up', () => {
  const joined = summariseSlices([slice(10, 1, [1, 2, 3]), slice(20, 2, [4, 5], [['late', 2]])])
  expect(joined).toMatchObject({
    loops: 30,
    loopsPerSecond: 10,
    perLoop: { cpuMs: 3 },
    errors: 2,
    messages: { late: 2 },
    steps: { submit: { n: 5, p50: 3, p95: 5 } },
  })
})

it('measures sides forth and back, each for its whole time', async () => {
  const calls: string[] = []
  const side = (name: string) => async (seconds: number) => {
    calls.push(name)
    return slice(1, seconds, [])
  }
  const results = await inTurn({ ours: side('ours'), floor: side('floor') }, 4, 4)
  expect(calls.join(' ')).toBe('ours floor floor ours ours floor floor ours')
  expect(results.ours?.loopsPerSecond).toBe(1)
})

it('begins to measure when every client has done a turn, and counts failures', async () => {
  const turns = new Map<string, number>()
  const turn = async (client: string, timed: (name: string, work: () => Promise<void>) => Promise<void>) => {
    await timed('step', () => new Promise(resolve => setImmediate(resolve)))
    turns.set(client, (turns.get(client) ?? 0) + 1)
    if (client === 'broken') throw new Error('no answer')
  }
  const result = await closedLoop({ clients: ['working', 'broken'], turn, seconds: 0.05, warmMs: 0 })
  expect(turns.get('broken')).toBe(20)
  expect(result.loops).toBeGreaterThan(0)
  expect(result.loops).toBeLessThan(turns.get('working') ?? 0)
  expect([...result.errors]).toEqual([['no answer', 20]])
})
