import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { withValue } from '@/criteria/ratings'
import type { JudgmentContent } from '@/server/judgments/schema'
import { DraftSync } from './draft-sync'
import { type LocalStore, openLocalStore } from './store'

const assignment = '0d6a3c52-6f0e-4a55-8a64-3b1c86d4d5a1'

/** One stored draft with the server's rule: a save counts when it builds on the stored revision. */
function makeServer() {
  let stored: { content: JudgmentContent; revision: number } | null = null
  let reachable = true
  let saves = 0
  return {
    stored: () => stored,
    saves: () => saves,
    setReachable: (next: boolean) => {
      reachable = next
    },
    async save({ base, content }: { base: number; content: JudgmentContent }) {
      await new Promise(resolve => setTimeout(resolve, 50))
      if (!reachable) throw new Error('no network')
      if (base !== (stored?.revision ?? 0))
        return { status: 'conflict' as const, revision: stored?.revision ?? 0, content: stored?.content ?? null }
      saves += 1
      stored = { content, revision: base + 1 }
      return { status: 'saved' as const, revision: base + 1 }
    },
  }
}

const score = (slot: number, value: number) => (content: JudgmentContent) => withValue(content, 'score', slot, value)
const valueIn = (content: JudgmentContent | undefined, slot = 1) =>
  content?.ratings.find(rating => rating.slot === slot)?.value

describe('a draft', () => {
  let server: ReturnType<typeof makeServer>
  let store: LocalStore
  const open = (over: Partial<ConstructorParameters<typeof DraftSync>[0]> = {}) =>
    new DraftSync({
      assignment,
      stored: server.stored(),
      store,
      save: draft => server.save(draft),
      tell: () => undefined,
      readActiveMs: () => 0,
      now: () => Date.now(),
      ...over,
    })

  beforeEach(() => {
    vi.useFakeTimers()
    server = makeServer()
    store = openLocalStore('test')
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is in the browser at once and on the server within 800 ms', async () => {
    const draft = open()
    draft.change(score(1, 7))
    await vi.advanceTimersByTimeAsync(0)
    expect(valueIn((await store.findDraft(assignment))?.content)).toBe(7)
    expect(draft.getSnapshot().state).toBe('saving')
    await vi.advanceTimersByTimeAsync(800)
    expect(valueIn(server.stored()?.content)).toBe(7)
    expect(draft.getSnapshot().state).toBe('saved')
    expect(await store.findDraft(assignment)).toBeNull()
  })

  it('sends what changed while a save was under way', async () => {
    const draft = open()
    draft.change(score(1, 7))
    await vi.advanceTimersByTimeAsync(520)
    draft.change(score(1, 8))
    await vi.advanceTimersByTimeAsync(2_000)
    expect(valueIn(server.stored()?.content)).toBe(8)
    expect(server.saves()).toBe(2)
  })

  it('survives a crash without a network', async () => {
    server.setReachable(false)
    const before = open()
    before.change(score(1, 3))
    await vi.advanceTimersByTimeAsync(700)
    expect(before.getSnapshot().state).toBe('offline')
    await before.end()
    server.setReachable(true)
    const after = open()
    await after.recover()
    expect(valueIn(after.getSnapshot().content)).toBe(3)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(valueIn(server.stored()?.content)).toBe(3)
  })

  it('goes on by itself when the network returns', async () => {
    server.setReachable(false)
    const draft = open()
    draft.change(score(1, 3))
    await vi.advanceTimersByTimeAsync(5_000)
    server.setReachable(true)
    draft.retryNow()
    await vi.advanceTimersByTimeAsync(100)
    expect(draft.getSnapshot().state).toBe('saved')
  })

  it('never prefers a stale local copy to a newer one of the server', async () => {
    const elsewhere = open()
    elsewhere.change(score(1, 9))
    await vi.advanceTimersByTimeAsync(600)
    await store.keepDraft({ assignment, content: score(1, 1)({ ratings: [] }), activeMs: 0, base: 0, editedAtMs: 0 })
    const draft = open()
    await draft.recover()
    expect(draft.getSnapshot()).toMatchObject({ state: 'conflict' })
    expect(valueIn(draft.getSnapshot().theirs ?? undefined)).toBe(9)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(valueIn(server.stored()?.content)).toBe(9)
    draft.choose('theirs')
    expect(valueIn(draft.getSnapshot().content)).toBe(9)
  })

  it('shows both when two places changed it, and goes on with the chosen one', async () => {
    const here = open()
    const there = open()
    there.change(score(1, 9))
    await vi.advanceTimersByTimeAsync(600)
    here.change(score(1, 2))
    await vi.advanceTimersByTimeAsync(600)
    const { state, theirs, content } = here.getSnapshot()
    expect([state, valueIn(theirs ?? undefined), valueIn(content)]).toEqual(['conflict', 9, 2])
    expect(valueIn(server.stored()?.content)).toBe(9)
    here.choose('mine')
    await vi.advanceTimersByTimeAsync(600)
    expect(valueIn(server.stored()?.content)).toBe(2)
  })

  it('takes over what another tab saved when nothing is open here', async () => {
    const here = open()
    const there = open({ tell: news => here.hear(news) })
    there.change(score(1, 9))
    await vi.advanceTimersByTimeAsync(600)
    expect(valueIn(here.getSnapshot().content)).toBe(9)
    here.change(score(2, 4))
    await vi.advanceTimersByTimeAsync(600)
    expect(here.getSnapshot().state).toBe('saved')
    expect(server.stored()?.content.ratings).toHaveLength(2)
  })

  it('treats the same change in two places as one', async () => {
    const here = open()
    const there = open()
    there.change(score(1, 9))
    here.change(score(1, 9))
    await vi.advanceTimersByTimeAsync(1_000)
    expect([here.getSnapshot().state, there.getSnapshot().state]).toEqual(['saved', 'saved'])
  })
})
