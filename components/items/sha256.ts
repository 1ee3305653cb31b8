// SHA-256 of bytes, where the browser's own is missing: pages that are not served over https have no crypto.subtle.

const primes: number[] = []
for (let candidate = 2; primes.length < 64; candidate++)
  if (primes.every(prime => candidate % prime !== 0)) primes.push(candidate)

/** The first 32 bits of the fraction of a root. */
const fraction = (root: number) => ((root - Math.floor(root)) * 2 ** 32) >>> 0
const roundConstants = Uint32Array.from(primes, prime => fraction(Math.cbrt(prime)))
const initialState = primes.slice(0, 8).map(prime => fraction(Math.sqrt(prime)))

const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by))

function padded(bytes: Uint8Array): DataView {
  const whole = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  whole.set(bytes)
  whole[bytes.length] = 0x80
  const view = new DataView(whole.buffer)
  view.setUint32(whole.length - 8, Math.floor((bytes.length * 8) / 2 ** 32))
  view.setUint32(whole.length - 4, (bytes.length * 8) >>> 0)
  return view
}

/** Lower-case hex. Slow beside the browser's own (some tens of MB a second). */
export function sha256Hex(bytes: Uint8Array): string {
  const view = padded(bytes)
  const state = Uint32Array.from(initialState)
  const words = new Uint32Array(64)
  const at = (index: number) => words[index] ?? 0
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let index = 0; index < 64; index++) {
      if (index < 16) words[index] = view.getUint32(block + index * 4)
      else {
        const [early, late] = [at(index - 15), at(index - 2)]
        const s0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)
        const s1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)
        words[index] = at(index - 16) + s0 + at(index - 7) + s1
      }
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
    for (let index = 0; index < 64; index++) {
      const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
      const first = (h + s1 + ((e & f) ^ (~e & g)) + (roundConstants[index] ?? 0) + at(index)) | 0
      const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
      const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + first) | 0
      d = c
      c = b
      b = a
      a = (first + second) | 0
    }
    for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = (state[index] ?? 0) + word
  }
  return Array.from(state, word => word.toString(16).padStart(8, '0')).join('')
}
