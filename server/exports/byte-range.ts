// Which part of a file a request asks for (RFC 9110, one range).

export interface ByteRange {
  first: number
  /** Included. */
  last: number
}

/**
 * Null: the whole file, also where the range is not understood, names several parts, or is of another version (If-Range).
 * A file that changed can therefore never be put together from two versions.
 */
export function byteRange(headers: Headers, size: number, etag: string): ByteRange | 'unsatisfiable' | null {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(headers.get('range')?.replace(/\s/g, '') ?? '')
  if (!asked || (asked[1] === '' && asked[2] === '')) return null
  const version = headers.get('if-range')
  if (version !== null && version !== etag) return null
  const [, from = '', to = ''] = asked
  if (from === '') {
    const length = Math.min(Number(to), size)
    return length === 0 ? 'unsatisfiable' : { first: size - length, last: size - 1 }
  }
  const first = Number(from)
  if (first >= size) return 'unsatisfiable'
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return last < first ? null : { first, last }
}
