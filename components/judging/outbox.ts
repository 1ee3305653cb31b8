// Sends submissions, skips and revisions one after the other, each until the server has answered, exactly once each.
import { type Advance, failureKind, type ReviseAnswer, type SkipAnswer, type SubmitAnswer } from './answers'
import type { LocalStore, Outgoing } from './store'

export type SendAnswer = SubmitAnswer | SkipAnswer | ReviseAnswer

export interface OutboxSnapshot {
  /** Not answered yet, oldest first. */
  pending: Outgoing[]
  /** Not taken by the server; shown until they are dismissed. */
  refused: Outgoing[]
  state: 'idle' | 'sending' | 'offline' | 'signed-out'
}

interface OutboxOptions {
  store: LocalStore
  send: (entry: Outgoing) => Promise<SendAnswer>
  /** Runs one sender at a time among the tabs of a browser. */
  exclusively: (work: () => Promise<void>) => Promise<void>
  onAdvance: (entry: Outgoing, advance: Advance) => void
}

const retryMs = [1_000, 2_000, 5_000, 15_000]
const taken = new Set(['submitted', 'repeated', 'skipped'])

export class Outbox {
  private snapshot: OutboxSnapshot = { pending: [], refused: [], state: 'idle' }
  private running: Promise<void> | null = null
  private timer: ReturnType<typeof setTimeout> | null = null
  private failures = 0
  private arriving: Outgoing[] = []
  private readonly listeners = new Set<() => void>()

  constructor(private readonly options: OutboxOptions) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  readonly getSnapshot = () => this.snapshot

  /** Keeps an entry and begins to send it, once `before` has ended. Resolves when it was kept and tried. */
  readonly queue = async (entry: Omit<Outgoing, 'sequence'>, before: Promise<unknown> = Promise.resolve()) => {
    // On the list at once: a page that asks whether this assignment is on its way must not be told otherwise.
    const arriving = { ...entry, sequence: Number.MAX_SAFE_INTEGER }
    this.arriving = [...this.arriving, arriving]
    this.set({ pending: [...this.snapshot.pending, arriving] })
    await this.options.store.queue(entry)
    await before.catch(() => undefined)
    this.arriving = this.arriving.filter(other => other !== arriving)
    await this.start()
  }

  /** Sends what an earlier visit left. */
  readonly start = async () => {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    // Whoever comes while we send has its entry looked for again at the end.
    if (this.running) await this.running
    if (this.running) return
    this.running = this.options
      .exclusively(() => this.sendAll())
      .finally(() => {
        this.running = null
      })
    await this.running
  }

  readonly dismiss = async (entry: Outgoing) => {
    await this.options.store.settle(entry.sequence)
    await this.refresh()
  }

  readonly isPending = (assignment: string) => this.snapshot.pending.some(entry => entry.assignment === assignment)

  readonly isSending = () => this.snapshot.pending.length > 0

  readonly stop = () => {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }

  private set(change: Partial<OutboxSnapshot>) {
    this.snapshot = { ...this.snapshot, ...change }
    for (const listener of this.listeners) listener()
  }

  /** Returns what can be sent now: what is still arriving is on the list, but not ready. */
  private async refresh(): Promise<Outgoing[]> {
    const all = await this.options.store.listQueue()
    const isArriving = ({ key }: Outgoing) => this.arriving.some(other => other.key === key)
    const waiting = all.filter(entry => entry.refused === null)
    const notStored = this.arriving.filter(entry => !all.some(({ key }) => key === entry.key))
    this.set({ pending: [...waiting, ...notStored], refused: all.filter(entry => entry.refused !== null) })
    const unready = waiting.findIndex(isArriving)
    return unready < 0 ? waiting : waiting.slice(0, unready)
  }

  private async sendAll() {
    for (let ready = await this.refresh(); ready[0]; ready = await this.refresh()) {
      this.set({ state: 'sending' })
      if (!(await this.sendOne(ready[0]))) return
    }
    this.set({ state: 'idle' })
  }

  private async sendOne(entry: Outgoing): Promise<boolean> {
    const { store, send, onAdvance } = this.options
    try {
      const answer = await send(entry)
      this.failures = 0
      if (taken.has(answer.status)) {
        await store.settle(entry.sequence)
        await store.dropDraft(entry.assignment)
        await this.refresh()
        if ('next' in answer) onAdvance(entry, answer)
      } else {
        await store.refuse(entry, answer.status)
        // Nothing comes after the close of a study.
        if (answer.status === 'closed') onAdvance(entry, { next: null, nextContent: null, ahead: null })
      }
      return true
    } catch (error) {
      const kind = failureKind(error)
      if (kind === 'refused') {
        await store.refuse(entry, 'invalid')
        return true
      }
      this.set({ state: kind })
      const wait = retryMs[Math.min(this.failures, retryMs.length - 1)] ?? 15_000
      this.failures += 1
      this.timer = setTimeout(() => void this.start(), wait)
      return false
    }
  }
}
