// Finds characters that change what a reader sees without being seen: they are shown by their number instead.

/** Reorder or hide text wherever they stand: bidirectional overrides, embeddings and isolates, tags, fillers, controls. */
const everywhere =
  /(?![\t\n\r])\p{Cc}|[\u115f\u1160\u180e\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/u
/** Have honest uses in prose (joining scripts and emoji, breaking Thai lines, hyphenation), but none in code. */
const inCode = /[\u00ad\u061c\u200b-\u200f]/u

const inProsePattern = new RegExp(everywhere.source, 'gu')
const inCodePattern = new RegExp(`${everywhere.source}|${inCode.source}`, 'gu')
/** Most texts have nothing of the kind, and this is quick to find out. */
const suspicious = /[^\t\n\r\x20-\x7e\u00ae-\u0560\u4e00-\u9fff\u3001-\u3029\u3041-\u30ff]/

export interface Segment {
  kind: 'text' | 'hidden'
  /** For `hidden`: "U+202E". */
  value: string
}

const numberOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Subdivision flags (🏴 and letters as tags) are spelt with tags: the only place where those are meant. */
const flag = /\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f}/gu

/** The text cut into what can be shown as it is and what must be shown by number. Joined, nothing is lost. */
export function splitHidden(text: string, { code }: { code: boolean }): Segment[] {
  if (text === '') return []
  if (!suspicious.test(text)) return [{ kind: 'text', value: text }]
  const pattern = code ? inCodePattern : inProsePattern
  const flags = [...text.matchAll(flag)].map(match => [match.index, match.index + match[0].length] as const)
  const segments: Segment[] = []
  let from = 0
  for (const match of text.matchAll(pattern)) {
    if (flags.some(([start, end]) => match.index > start && match.index < end)) continue
    if (match.index > from) segments.push({ kind: 'text', value: text.slice(from, match.index) })
    segments.push({ kind: 'hidden', value: numberOf(match[0]) })
    from = match.index + match[0].length
  }
  if (from < text.length) segments.push({ kind: 'text', value: text.slice(from) })
  return segments
}

/** Whether a reader would see nothing at all. */
export const looksEmpty = (text: string): boolean =>
  !/[^\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]/u.test(text)
