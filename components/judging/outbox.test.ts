import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Outbox, type SendAnswer } from './outbox'
import { makeKey, type Outgoing, openLocalStore } from './store'

const entry = (assignment: string, kind: Outgoing['kind'] = 'submit'): Omit<Outgoing, 'sequence'> => ({
  kind,
  assignment,
  study: 'study',
  key: makeKey(),
  content: { ratings: [] },
  activeMs: 0,
  reason: '',
  refused: null,
})

/** Stores each key once, as the server does; the connection can break before or after it. */
function makeServer() {
  const stored: string[] = []
  const attempts: string[] = []
  let breaks: ('before' | 'after')[] = []
  return {
    stored,
    attempts,
    breakNext: (...next: ('before' | 'after')[]) => {
      breaks = next
    },
    async send({ assignment, key }: Outgoing): Promise<SendAnswer> {
      const fault = breaks.shift()
      attempts.push(assignment)
      if (fault === 'before') throw new Error('no network')
      if (assignment === 'taken') return { status: 'taken' }
      const repeated = stored.includes(key)
      if (!repeated) stored.push(key)
      if (fault === 'after') throw new Error('no network')
      return { status: repeated ? 'repeated' : 'submitted', next: null, nextContent: null, ahead: null }
    },
  }
}

describe('the outbox', () => {
  let server: ReturnType<typeof makeServer>
  const open = (store = openLocalStore('test'), advanced: string[] = []) =>
    new Outbox({
      store,
      send: outgoing => server.send(outgoing),
      exclusively: work => work(),
      onAdvance: outgoing => advanced.push(outgoing.assignment),
    })

  beforeEach(() => {
    vi.useFakeTimers()
    server = makeServer()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('sends in order and forgets what was answered', async () => {
    const advanced: string[] = []
    const outbox = open(undefined, advanced)
    await Promise.all([outbox.queue(entry('a')), outbox.queue(entry('b')), outbox.queue(entry('c'))])
    await vi.advanceTimersByTimeAsync(10)
    expect(advanced).toEqual(['a', 'b', 'c'])
    expect(outbox.getSnapshot()).toMatchObject({ pending: [], refused: [], state: 'idle' })
  })

  it('sends again until there is an answer, and is stored once', async () => {
    server.breakNext('before', 'after')
    const outbox = open()
    await outbox.queue(entry('a'))
    expect(outbox.getSnapshot().state).toBe('offline')
    await outbox.queue(entry('b'))
    await vi.advanceTimersByTimeAsync(30_000)
    expect(server.stored).toHaveLength(2)
    expect(server.attempts).toEqual(['a', 'a', 'a', 'b'])
    expect(outbox.getSnapshot().pending).toEqual([])
  })

  it('sends after a crash what was kept before it', async () => {
    const store = openLocalStore('test')
    server.breakNext('after')
    const before = open(store)
    await before.queue(entry('a'))
    before.stop()
    await open(store).start()
    expect(server.stored).toHaveLength(1)
    expect(await store.listQueue()).toEqual([])
  })

  it('keeps what was refused, says why, and goes on with the next', async () => {
    const outbox = open()
    await outbox.queue(entry('taken'))
    await outbox.queue(entry('b'))
    const { refused, pending } = outbox.getSnapshot()
    expect(refused.map(one => [one.assignment, one.refused])).toEqual([['taken', 'taken']])
    expect(pending).toEqual([])
    if (refused[0]) await outbox.dismiss(refused[0])
    expect(outbox.getSnapshot().refused).toEqual([])
  })

  it('knows at once what is on its way', () => {
    const outbox = open()
    void outbox.queue(entry('a'))
    expect(outbox.isPending('a')).toBe(true)
  })
})
