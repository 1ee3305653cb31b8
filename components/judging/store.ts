// What a browser keeps of a person's work: drafts until the server has them, submissions until it has answered.
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import type { JudgmentContent } from '@/server/judgments/schema'

export interface LocalDraft {
  assignment: string
  content: JudgmentContent
  activeMs: number
  /** The server's revision that it builds on; 0: none. */
  base: number
  editedAtMs: number
}

/** Something that must reach the server exactly once, in order. */
export interface Outgoing {
  /** The order; given by the store. */
  sequence: number
  kind: 'submit' | 'revise' | 'skip'
  assignment: string
  /** Slug, for the way back. */
  study: string
  /** Made here, before the first attempt: the server stores one key once. */
  key: string
  content: JudgmentContent
  activeMs: number
  /** Of a skip. */
  reason: string
  /** Why the server did not take it; then it is only shown. */
  refused: string | null
}

interface Schema extends DBSchema {
  drafts: { key: string; value: LocalDraft }
  outbox: { key: number; value: Omit<Outgoing, 'sequence'> & { sequence?: number } }
}

const prefix = 'assay-work-'
const isBrowser = typeof indexedDB !== 'undefined'

/** Local data of one person. `owner` is a hash of their id: others on this browser open another database. */
export interface LocalStore {
  findDraft: (assignment: string) => Promise<LocalDraft | null>
  keepDraft: (draft: LocalDraft) => Promise<void>
  dropDraft: (assignment: string) => Promise<void>
  /** Drafts that the server has not confirmed. */
  countDrafts: () => Promise<number>
  /** Resolves when it is on the disk. */
  queue: (entry: Omit<Outgoing, 'sequence'>) => Promise<Outgoing>
  /** In the order in which they were queued. */
  listQueue: () => Promise<Outgoing[]>
  refuse: (entry: Outgoing, reason: string) => Promise<void>
  settle: (sequence: number) => Promise<void>
  close: () => void
}

/** Opens the store; when the browser has none (some private windows), what is kept lives as long as the page. */
export function openLocalStore(owner: string): LocalStore {
  const opened = isBrowser ? openDatabase(owner).catch(() => null) : Promise.resolve(null)
  const memory = memoryStore()
  const use = async <Result>(work: (store: LocalStore) => Promise<Result>) => {
    const database = await opened
    return work(database ? databaseStore(database) : memory)
  }
  return {
    findDraft: assignment => use(store => store.findDraft(assignment)),
    keepDraft: draft => use(store => store.keepDraft(draft)),
    dropDraft: assignment => use(store => store.dropDraft(assignment)),
    countDrafts: () => use(store => store.countDrafts()),
    queue: entry => use(store => store.queue(entry)),
    listQueue: () => use(store => store.listQueue()),
    refuse: (entry, reason) => use(store => store.refuse(entry, reason)),
    settle: sequence => use(store => store.settle(sequence)),
    close: () => void opened.then(database => database?.close()),
  }
}

const openDatabase = (owner: string) =>
  openDB<Schema>(`${prefix}${owner}`, 1, {
    upgrade(database) {
      database.createObjectStore('drafts', { keyPath: 'assignment' })
      database.createObjectStore('outbox', { keyPath: 'sequence', autoIncrement: true })
    },
    // Somebody signs out in another tab.
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close()
    },
  })

function databaseStore(database: IDBPDatabase<Schema>): LocalStore {
  return {
    findDraft: async assignment => (await database.get('drafts', assignment)) ?? null,
    keepDraft: async draft => void (await database.put('drafts', draft)),
    dropDraft: assignment => database.delete('drafts', assignment),
    countDrafts: () => database.count('drafts'),
    async queue(entry) {
      const transaction = database.transaction('outbox', 'readwrite', { durability: 'strict' })
      const sequence = await transaction.store.add(entry)
      await transaction.done
      return { ...entry, sequence }
    },
    listQueue: async () =>
      (await database.getAll('outbox')).map(entry => ({ ...entry, sequence: entry.sequence ?? 0 })),
    refuse: async (entry, reason) => void (await database.put('outbox', { ...entry, refused: reason })),
    settle: sequence => database.delete('outbox', sequence),
    close: () => database.close(),
  }
}

function memoryStore(): LocalStore {
  const drafts = new Map<string, LocalDraft>()
  const outbox = new Map<number, Outgoing>()
  let last = 0
  return {
    findDraft: async assignment => drafts.get(assignment) ?? null,
    keepDraft: async draft => void drafts.set(draft.assignment, draft),
    dropDraft: async assignment => void drafts.delete(assignment),
    countDrafts: async () => drafts.size,
    async queue(entry) {
      last += 1
      const kept = { ...entry, sequence: last }
      outbox.set(last, kept)
      return kept
    },
    listQueue: async () => [...outbox.values()],
    refuse: async (entry, reason) => void outbox.set(entry.sequence, { ...entry, refused: reason }),
    settle: async sequence => void outbox.delete(sequence),
    close: () => undefined,
  }
}

const ownerKey = 'assay-work-owner'

/** Says whose work is kept in this browser from now on. */
export function rememberOwner(owner: string) {
  try {
    localStorage.setItem(ownerKey, owner)
  } catch {
    // Without local storage there is no database either.
  }
}

function findOwner(): string | null {
  try {
    return localStorage.getItem(ownerKey)
  } catch {
    return null
  }
}

/** How many submissions and drafts of whoever worked here last have not reached the server. */
export async function countUnsent(): Promise<number> {
  const owner = findOwner()
  if (!owner) return 0
  const store = openLocalStore(owner)
  const queued = (await store.listQueue()).filter(entry => entry.refused === null)
  const unsent = queued.length + (await store.countDrafts())
  store.close()
  return unsent
}

/** Forgets what was kept of whoever worked here last: the next person at this browser finds nothing. */
export async function clearLocalData(): Promise<void> {
  const owner = findOwner()
  if (!owner) return
  await deleteDB(`${prefix}${owner}`)
  localStorage.removeItem(ownerKey)
}

/** A random UUID. `crypto.randomUUID` is missing where the page is not served over HTTPS. */
export function makeKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
