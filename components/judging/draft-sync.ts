// Keeps one draft: every change at once in the browser, soon after on the server, and never over somebody else's.
import { emptyContent } from '@/criteria/ratings'
import type { JudgmentContent } from '@/server/judgments/schema'
import { failureKind, type SaveAnswer } from './answers'
import { sameContent } from './same-content'
import type { LocalStore } from './store'

export type SaveState = 'saved' | 'saving' | 'offline' | 'signed-out' | 'refused' | 'conflict'

export interface DraftSnapshot {
  content: JudgmentContent
  state: SaveState
  /** What the server has instead, while somebody has to choose. */
  theirs: JudgmentContent | null
}

interface StoredDraft {
  content: JudgmentContent
  revision: number
}

/** What tabs tell each other. */
export interface DraftNews {
  type: 'draft'
  assignment: string
  content: JudgmentContent
  revision: number
}

export interface DraftSyncOptions {
  assignment: string
  /** What the server had when the item was loaded. */
  stored: StoredDraft | null
  /** Where a revision starts; a first judgment starts empty. */
  start?: JudgmentContent
  store: LocalStore
  save: (draft: { base: number; content: JudgmentContent; activeMs: number }) => Promise<SaveAnswer>
  tell: (news: DraftNews) => void
  readActiveMs: () => number
  now: () => number
}

const saveAfterMs = 500
const retryMs = [1_000, 2_000, 5_000, 15_000]

export class DraftSync {
  private snapshot: DraftSnapshot
  private base: number
  private isDirty = false
  private saving: Promise<void> | null = null
  private timer: ReturnType<typeof setTimeout> | null = null
  private failures = 0
  private theirRevision = 0
  private ended = false
  private readonly listeners = new Set<() => void>()

  constructor(private readonly options: DraftSyncOptions) {
    const { stored, start } = options
    this.base = stored?.revision ?? 0
    this.snapshot = { content: stored?.content ?? start ?? emptyContent, state: 'saved', theirs: null }
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  readonly getSnapshot = () => this.snapshot

  /** Takes up what an earlier visit could not send. An older copy is never preferred to the server's: both are shown. */
  readonly recover = async () => {
    this.ended = false
    const { assignment, store } = this.options
    const local = await store.findDraft(assignment).catch(() => null)
    if (!local || this.ended || sameContent(local.content, this.snapshot.content)) return
    if (local.base === this.base && !this.isDirty) {
      this.isDirty = true
      this.set({ content: local.content, state: 'saving' })
      this.schedule(0)
    } else {
      const theirs = this.snapshot.content
      this.theirRevision = this.base
      this.isDirty = true
      this.set({ content: local.content, theirs, state: 'conflict' })
    }
  }

  readonly change = (make: (content: JudgmentContent) => JudgmentContent) => {
    const content = make(this.snapshot.content)
    if (sameContent(content, this.snapshot.content)) return
    this.isDirty = true
    const waits = this.snapshot.state === 'conflict'
    this.set({ content, state: waits ? 'conflict' : this.failures > 0 ? this.snapshot.state : 'saving' })
    this.keepLocally()
    if (!waits) this.schedule(saveAfterMs)
  }

  /** Sends what is not sent yet; resolves when the server has answered. */
  readonly flush = async () => {
    if (this.isDirty && !this.saving && this.snapshot.state !== 'conflict') this.run()
    await this.saving
  }

  /** The person has chosen between the two versions. */
  readonly choose = (whose: 'mine' | 'theirs') => {
    const { theirs, content } = this.snapshot
    if (!theirs) return
    this.base = this.theirRevision
    if (whose === 'theirs') {
      this.isDirty = false
      void this.options.store.dropDraft(this.options.assignment)
      this.set({ content: theirs, theirs: null, state: 'saved' })
    } else {
      this.isDirty = true
      this.set({ content, theirs: null, state: 'saving' })
      this.keepLocally()
      this.schedule(0)
    }
  }

  /** Another tab saved. Takes it over when nothing is open here; otherwise the next save finds out. */
  readonly hear = (news: DraftNews) => {
    if (news.assignment !== this.options.assignment || news.revision <= this.base) return
    if (this.isDirty && !sameContent(news.content, this.snapshot.content)) return
    this.base = news.revision
    this.isDirty = false
    this.set({ content: news.content, state: 'saved', theirs: null })
  }

  readonly retryNow = () => {
    if (this.isDirty && this.snapshot.state !== 'conflict') this.schedule(0)
  }

  /** Nothing new is sent; resolves when nothing is under way either. What is unsent stays in the browser. */
  readonly end = async () => {
    this.ended = true
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    await this.saving
  }

  /** The page turns to something else: sends what there is, and nothing after that. */
  readonly leave = () => {
    void this.flush()
    void this.end()
  }

  private set(change: Partial<DraftSnapshot>) {
    this.snapshot = { ...this.snapshot, ...change }
    for (const listener of this.listeners) listener()
  }

  private keepLocally() {
    const { assignment, store, now, readActiveMs } = this.options
    const draft = { assignment, content: this.snapshot.content, activeMs: readActiveMs(), base: this.base }
    // A full disk must not stop the work: the server still gets it.
    store.keepDraft({ ...draft, editedAtMs: now() }).catch(() => undefined)
  }

  private schedule(afterMs: number) {
    if (this.ended || (this.timer && afterMs > 0)) return
    if (this.timer) clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.timer = null
      this.run()
    }, afterMs)
  }

  private run() {
    if (this.ended || !this.isDirty) return
    if (this.saving) {
      void this.saving.then(() => this.isDirty && this.schedule(0))
      return
    }
    const sent = this.snapshot.content
    this.saving = this.options
      .save({ base: this.base, content: sent, activeMs: Math.round(this.options.readActiveMs()) })
      .then(answer => this.settle(answer, sent))
      .catch(error => this.fail(error))
      .finally(() => {
        this.saving = null
      })
  }

  private async settle(answer: SaveAnswer, sent: JudgmentContent) {
    this.failures = 0
    const { assignment, store, tell } = this.options
    const theirs = answer.status === 'conflict' ? answer.content : null
    if (theirs && !sameContent(theirs, sent)) {
      this.theirRevision = answer.revision
      this.set({ theirs, state: 'conflict' })
      return
    }
    this.base = answer.revision
    // The draft is gone from the server (it was submitted, or never arrived): start a new one.
    if (answer.status === 'conflict' && !theirs) return this.schedule(saveAfterMs)
    tell({ type: 'draft', assignment, content: sent, revision: answer.revision })
    if (sameContent(this.snapshot.content, sent)) {
      this.isDirty = false
      this.set({ state: 'saved' })
      await store.dropDraft(assignment).catch(() => undefined)
      // A change in between was written before it was dropped.
      if (this.isDirty) this.keepLocally()
    } else {
      this.keepLocally()
      this.schedule(saveAfterMs)
    }
  }

  private fail(error: unknown) {
    const kind = failureKind(error)
    this.set({ state: kind })
    if (kind === 'refused') return
    const wait = retryMs[Math.min(this.failures, retryMs.length - 1)] ?? 15_000
    this.failures += 1
    this.schedule(wait)
  }
}
