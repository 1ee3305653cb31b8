// Where a text may be cut, in UTF-16 code units: never inside what a reader takes for one character.

/** A stretch of a text; `end` is behind its last code unit. */
export interface Stretch {
  start: number
  end: number
}

const segment = (text: string, granularity: 'grapheme' | 'word' | 'sentence', lang?: string): Stretch[] =>
  [...segmenter(granularity, lang).segment(text)].map(({ index, segment: part }) => ({
    start: index,
    end: index + part.length,
  }))

function segmenter(granularity: 'grapheme' | 'word' | 'sentence', lang?: string) {
  try {
    return new Intl.Segmenter(lang, { granularity })
  } catch {
    // A tag that is no language tag: the root's rules.
    return new Intl.Segmenter(undefined, { granularity })
  }
}

const isBlank = (text: string, { start, end }: Stretch) => text.slice(start, end).trim() === ''

/** What a cursor stops at: words (of Chinese and Thai by dictionary), punctuation and emoji, without white space. */
export const wordsOf = (text: string, lang?: string): Stretch[] =>
  segment(text, 'word', lang)
    .filter(part => !isBlank(text, part))
    .map(part => wholeCharacters(text, part) ?? part)

/** Sentences, each line being at least one, without white space around them. */
export const sentencesOf = (text: string, lang?: string): Stretch[] =>
  segment(text, 'sentence', lang).flatMap(part => trimmed(text, part) ?? [])

/** Without white space at its ends; null: nothing is left. */
export function trimmed(text: string, { start, end }: Stretch): Stretch | null {
  const part = text.slice(start, end)
  const from = start + (part.length - part.trimStart().length)
  const to = start + part.trimEnd().length
  return from < to ? { start: from, end: to } : null
}

/** Widened so that neither end stands inside a character (surrogates, combining marks, joined emoji); null: it is empty. */
export function wholeCharacters(text: string, { start, end }: Stretch): Stretch | null {
  const from = Math.max(0, Math.min(start, text.length))
  const to = Math.max(from, Math.min(end, text.length))
  if (from === to) return null
  const characters = segmenter('grapheme').segment(text)
  const last = characters.containing(to - 1)
  return {
    start: characters.containing(from)?.index ?? from,
    end: last ? last.index + last.segment.length : to,
  }
}

/** What is marked when somebody selects a stretch: whole characters, no white space around them; null: nothing. */
export function markable(text: string, stretch: Stretch): Stretch | null {
  const inside = trimmed(text, stretch)
  return inside && wholeCharacters(text, inside)
}

/** The end of the character behind `offset`, or the start of the one before it. */
export function nextCharacter(text: string, offset: number, by: 1 | -1): number {
  const characters = segmenter('grapheme').segment(text)
  const found = characters.containing(by > 0 ? offset : offset - 1)
  return found ? (by > 0 ? found.index + found.segment.length : found.index) : offset
}
