// Finds a number of JSON that a computer cannot hold as it was written: it would become another one without a word.

/** How it was written, and where it stands: "metadata.id". */
export interface UnsafeNumber {
  path: string
  written: string
}

const suspicious = /\d{16}|\d[eE]\+?\d{3}/

function findNumber(
  value: unknown,
  matches: (number: number) => boolean,
  path = '',
): { path: string; value: number } | null {
  if (typeof value === 'number') return matches(value) ? { path, value } : null
  if (typeof value !== 'object' || value === null) return null
  for (const [key, member] of Object.entries(value)) {
    const step = Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key
    const found = findNumber(member, matches, step)
    if (found) return found
  }
  return null
}

/** @param text a JSON text, and `value` what it was read as. Null: all numbers are what they were. */
export function findUnsafeNumber(text: string, value: unknown): UnsafeNumber | null {
  if (!suspicious.test(text)) return null
  const infinite = findNumber(value, number => !Number.isFinite(number))
  if (infinite) return { path: infinite.path, written: /\d[\d.]*[eE]\+?\d{3,}/.exec(text)?.[0] ?? '' }
  for (const written of text.match(/\d{16,}/g) ?? []) {
    const read = Number(written)
    if (!Number.isFinite(read) || BigInt(written) === BigInt(read)) continue
    const found = findNumber(value, number => Math.abs(number) === read)
    if (found) return { path: found.path, written }
  }
  return null
}
