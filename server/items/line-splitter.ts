// Cuts bytes into lines at \n alone (U+2028, U+0085 and a lone \r are content), however the bytes arrive, holding at
// most one line of at most `maxLineBytes` in memory.

export interface Line {
  /** From 1. */
  number: number
  /** Where the line begins, counted from the first byte given. */
  offset: number
  /** Without the line end (\n or \r\n). Empty when `tooLong`. */
  bytes: Uint8Array
  tooLong: boolean
}

const lineFeed = 0x0a
const carriageReturn = 0x0d

export class LineSplitter {
  private held: Uint8Array[] = []
  private heldBytes = 0
  private tooLong = false
  private number = 0
  private lineStart = 0
  private position = 0

  constructor(private readonly maxLineBytes: number) {}

  /** The lines that end in this chunk. They share the chunk's memory. */
  *push(chunk: Uint8Array): Generator<Line> {
    let from = 0
    for (;;) {
      const at = chunk.indexOf(lineFeed, from)
      if (at < 0) break
      yield this.complete(chunk.subarray(from, at), at + 1 - from)
      from = at + 1
    }
    this.hold(chunk.subarray(from))
  }

  /** The last line, when the file does not end with a line end. */
  *end(): Generator<Line> {
    if (this.heldBytes > 0 || this.tooLong) yield this.complete(new Uint8Array(0), 0)
  }

  private hold(rest: Uint8Array) {
    this.position += rest.length
    if (rest.length === 0) return
    this.heldBytes += rest.length
    if (this.heldBytes > this.maxLineBytes) {
      this.tooLong = true
      this.held = []
    } else if (!this.tooLong) this.held.push(rest.slice())
  }

  private complete(tail: Uint8Array, consumed: number): Line {
    const tooLong = this.tooLong || this.heldBytes + tail.length > this.maxLineBytes
    const line: Line = {
      number: ++this.number,
      offset: this.lineStart,
      bytes: tooLong ? new Uint8Array(0) : withoutCarriageReturn(this.join(tail)),
      tooLong,
    }
    this.position += consumed
    this.lineStart = this.position
    this.held = []
    this.heldBytes = 0
    this.tooLong = false
    return line
  }

  private join(tail: Uint8Array): Uint8Array {
    if (this.held.length === 0) return tail
    const whole = new Uint8Array(this.heldBytes + tail.length)
    let at = 0
    for (const piece of this.held) {
      whole.set(piece, at)
      at += piece.length
    }
    whole.set(tail, at)
    return whole
  }
}

const withoutCarriageReturn = (bytes: Uint8Array) =>
  bytes.at(-1) === carriageReturn ? bytes.subarray(0, bytes.length - 1) : bytes
