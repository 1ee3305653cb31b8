// Whether an audit trail is whole: each entry's hash covers its text and the hash before it, so a change shows.
import { createHash } from 'node:crypto'

export interface ChainEntry {
  seq: bigint
  at: Date
  actorId: string | null
  action: string
  studyId: string | null
  body: string
  prevHash: Uint8Array
  hash: Uint8Array
}

/** What an entry must follow on; null before the first. */
export type ChainHead = Pick<ChainEntry, 'seq' | 'hash'> | null

/** What is wrong with an entry: it does not follow, its hash is not its own, or a column says other than its text. */
export type ChainBreak = 'sequence' | 'previous-hash' | 'hash' | 'columns'

const genesis = new Uint8Array(32)
const isSame = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, index) => byte === b[index])

/** The hash that an entry must have. */
export const entryHash = (previous: Uint8Array, seq: bigint, body: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(previous).update(`${seq}\n${body}`, 'utf8').digest())

/** Null: the entry follows on `head` unharmed. */
export function breakOf(head: ChainHead, entry: ChainEntry): ChainBreak | null {
  if (entry.seq !== (head?.seq ?? 0n) + 1n) return 'sequence'
  if (!isSame(entry.prevHash, head?.hash ?? genesis)) return 'previous-hash'
  if (!isSame(entry.hash, entryHash(entry.prevHash, entry.seq, entry.body))) return 'hash'
  return columnsMatch(entry) ? null : 'columns'
}

export type ChainVerdict =
  | { isWhole: true; entries: number; headHash: string | null }
  | { isWhole: false; entries: number; brokenAt: string; why: ChainBreak }

/** Goes through a trail, oldest first. What was cut off at its end does not show: compare `headHash` with a noted one. */
export function verifyAuditChain(entries: Iterable<ChainEntry>): ChainVerdict {
  let head: ChainHead = null
  let count = 0
  for (const entry of entries) {
    const why = breakOf(head, entry)
    if (why) return { isWhole: false, entries: count, brokenAt: String(entry.seq), why }
    head = entry
    count++
  }
  return { isWhole: true, entries: count, headHash: head ? hex(head.hash) : null }
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

function columnsMatch({ at, actorId, action, studyId, body }: ChainEntry): boolean {
  const said: unknown = parse(body)
  if (!said || typeof said !== 'object') return false
  const text: Record<string, unknown> = { ...said }
  return text.at === at.toISOString() && text.actorId === actorId && text.action === action && text.studyId === studyId
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
