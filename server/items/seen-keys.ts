// Remembers for each key of a file (an item's id, or item × model × sample) on which line it stood and a digest of its
// content, in 48 bytes a key: so that a file of millions of lines needs no more memory than one can spare.

/** First word of an entry; 0 in a free place, so lines are stored as they are (from 1). */
const lineWord = 0
const keyWord = 1
const contentWord = 4
const noteWord = 8
const entryWords = 12

export type Note = 0 | 1 | 2 | 3

export class SeenKeys {
  private words: Uint32Array
  private capacity: number
  size = 0

  constructor(capacity = 1024) {
    this.capacity = capacity
    this.words = new Uint32Array(capacity * entryWords)
  }

  /** Where the key is kept, or -1. Valid until the next `add`. */
  find(keyDigest: Buffer): number {
    const at = this.place(keyDigest)
    return this.words[at + lineWord] === 0 ? -1 : at
  }

  /** Adds a key that is not there. Digests have at least 16 bytes. */
  add(keyDigest: Buffer, line: number, contentDigest: Buffer): number {
    if (this.size * 10 >= this.capacity * 7) this.grow()
    const at = this.place(keyDigest)
    this.words[at + lineWord] = line
    for (let word = 0; word < 3; word++) this.words[at + keyWord + word] = keyDigest.readUInt32LE(word * 4)
    for (let word = 0; word < 4; word++) this.words[at + contentWord + word] = contentDigest.readUInt32LE(word * 4)
    this.size += 1
    return at
  }

  line(at: number): number {
    return this.words[at + lineWord] ?? 0
  }

  hasContent(at: number, contentDigest: Buffer): boolean {
    for (let word = 0; word < 4; word++)
      if (this.words[at + contentWord + word] !== contentDigest.readUInt32LE(word * 4)) return false
    return true
  }

  /** Four numbers to keep with a key, 0 at first. */
  note(at: number, note: Note): number {
    return this.words[at + noteWord + note] ?? 0
  }

  setNote(at: number, note: Note, value: number) {
    this.words[at + noteWord + note] = value
  }

  /** All entries, in no order. */
  *entries(): Generator<number> {
    for (let at = 0; at < this.words.length; at += entryWords) if (this.words[at + lineWord] !== 0) yield at
  }

  private place(keyDigest: Buffer): number {
    const [a, b, c] = [keyDigest.readUInt32LE(0), keyDigest.readUInt32LE(4), keyDigest.readUInt32LE(8)]
    return this.probe(a, b, c)
  }

  private probe(a: number, b: number, c: number): number {
    const { words, capacity } = this
    for (let index = a % capacity; ; index = index + 1 === capacity ? 0 : index + 1) {
      const at = index * entryWords
      if (words[at + lineWord] === 0) return at
      if (words[at + keyWord] === a && words[at + keyWord + 1] === b && words[at + keyWord + 2] === c) return at
    }
  }

  private grow() {
    const old = this.words
    this.capacity *= 2
    this.words = new Uint32Array(this.capacity * entryWords)
    for (let from = 0; from < old.length; from += entryWords) {
      if (old[from + lineWord] === 0) continue
      const at = this.probe(old[from + keyWord] ?? 0, old[from + keyWord + 1] ?? 0, old[from + keyWord + 2] ?? 0)
      this.words.set(old.subarray(from, from + entryWords), at)
    }
  }
}
