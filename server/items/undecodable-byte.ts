// Finds the first byte of a text that its encoding does not allow.

/** Offset of the first byte that is not well-formed in the encoding, or -1. */
export function undecodableByte(bytes: Uint8Array, encoding: string): number {
  if (isDecodable(bytes, encoding)) return -1
  // One byte at a time through a strict decoder: the byte at which it gives up ends the bad sequence.
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  let sequenceStart = 0
  for (let at = 0; at < bytes.length; at++) {
    try {
      if (decoder.decode(bytes.subarray(at, at + 1), { stream: true }).length > 0) sequenceStart = at + 1
    } catch {
      return sequenceStart
    }
  }
  return sequenceStart
}

function isDecodable(bytes: Uint8Array, encoding: string) {
  try {
    new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
