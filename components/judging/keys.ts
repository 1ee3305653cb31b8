// Says what a key means on the judging page, on keyboards of any script.

export type Command =
  | 'submit'
  | 'next'
  | 'previous'
  | 'nextPart'
  | 'previousPart'
  | 'commit'
  | 'cancel'
  | 'erase'
  | 'comment'
  | 'cannotJudge'
  | 'skip'
  | 'flag'
  | 'ask'
  | 'guidelines'
  | 'focusMode'
  | 'rawText'
  | 'unfold'
  | 'keys'

/** Commands that open a field for text, or send what is in one. */
export const typesText: ReadonlySet<Command> = new Set(['comment', 'skip', 'flag', 'ask', 'cannotJudge', 'submit'])

export interface KeyPress {
  key: string
  /** The place on the keyboard, for layouts that have no Latin letters. */
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

const letters: Record<string, Command> = {
  j: 'next',
  k: 'previous',
  n: 'nextPart',
  p: 'previousPart',
  c: 'comment',
  x: 'cannotJudge',
  s: 'skip',
  f: 'flag',
  q: 'ask',
  g: 'guidelines',
  z: 'focusMode',
  r: 'rawText',
  e: 'unfold',
}

const digitZeros = [0x30, 0x660, 0x6f0, 0x966, 0xff10]

/** The digit, point or minus that a key means, on keyboards of any script; null for other keys. */
export function scoreCharacter(key: string): string | null {
  if (key === '.' || key === ',' || key === '٫') return '.'
  if (key === '-' || key === '−') return '-'
  const code = key.length === 1 ? key.charCodeAt(0) : 0
  const zero = digitZeros.find(start => code >= start && code <= start + 9)
  return zero === undefined ? null : String(code - zero)
}

/** A command, a character for the criteria, or null when the page has no use for the key. `rtl`: the page's direction. */
export function meaningOf(press: KeyPress, rtl: boolean): { command: Command } | { character: string } | null {
  if (press.key === 'Enter' && (press.ctrlKey || press.metaKey)) return { command: 'submit' }
  if (press.ctrlKey || press.metaKey || press.altKey) return null
  if (press.key === '?' || press.key === '؟') return { command: 'keys' }
  if (press.key === 'Enter') return { command: 'commit' }
  if (press.key === 'Escape') return { command: 'cancel' }
  if (press.key === 'Backspace' || press.key === 'Delete') return { command: 'erase' }
  if (press.key === 'ArrowRight') return { command: rtl ? 'previous' : 'next' }
  if (press.key === 'ArrowLeft') return { command: rtl ? 'next' : 'previous' }
  const character = scoreCharacter(press.key)
  if (character !== null) return { character }
  const latin = /^[a-z]$/i.test(press.key)
    ? press.key.toLowerCase()
    : /^Key([A-Z])$/.exec(press.code)?.[1]?.toLowerCase()
  if (!latin) return null
  const command = press.shiftKey ? undefined : letters[latin]
  return command ? { command } : { character: press.shiftKey ? latin.toUpperCase() : latin }
}
