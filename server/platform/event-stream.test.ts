import superjson from 'superjson'
import { describe, expect, it } from 'vitest'
import { eventStream } from './event-stream'

async function* numbers(failing: boolean) {
  yield { at: new Date(0) }
  if (failing) throw new Error('a sentence about a table that no browser may read')
}

describe('a stream of events', () => {
  it('sends each value as data, and ends with its source', async () => {
    const text = await eventStream(numbers(false), () => {}).text()
    const [data] = text.split('\n').filter(line => line.startsWith('data: '))
    expect(superjson.parse(data?.slice(6) ?? '')).toEqual({ at: new Date(0) })
    expect(text.match(/^data/gm)).toHaveLength(1)
  })

  it('says nothing about what went wrong', async () => {
    const text = await eventStream(numbers(true), () => {}).text()
    expect(text).toMatch(/event: refused\ndata:\n\n$/)
    expect(text).not.toContain('table')
  })

  it('tells when its reader has gone', async () => {
    const leaving = new AbortController()
    const reader = eventStream(numbers(false), () => leaving.abort()).body?.getReader()
    await reader?.read()
    await reader?.cancel()
    expect(leaving.signal.aborted).toBe(true)
  })
})
