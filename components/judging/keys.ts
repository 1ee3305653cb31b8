// Says what a key means on the judging page, on keyboards of any script.
import { scoreCharacter } from './score-entry'

export type Command =
  | 'submit'
  | 'next'
  | 'previous'
  | 'commit'
  | 'cancel'
  | 'erase'
  | 'comment'
  | 'cannotJudge'
  | 'skip'
  | 'flag'
  | 'guidelines'
  | 'focusMode'
  | 'rawText'
  | 'unfold'
  | 'keys'

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
  c: 'comment',
  x: 'cannotJudge',
  s: 'skip',
  f: 'flag',
  g: 'guidelines',
  z: 'focusMode',
  r: 'rawText',
  e: 'unfold',
}

/** The keys, as the help lists them. */
export const keyList: readonly { command: Command | 'score'; keys: readonly string[] }[] = [
  { command: 'score', keys: ['0', '…', '9'] },
  { command: 'commit', keys: ['Enter'] },
  { command: 'cancel', keys: ['Esc'] },
  { command: 'erase', keys: ['⌫'] },
  { command: 'next', keys: ['J', '→', 'Tab'] },
  { command: 'previous', keys: ['K', '←', '⇧ Tab'] },
  { command: 'comment', keys: ['C'] },
  { command: 'cannotJudge', keys: ['X'] },
  { command: 'submit', keys: ['Ctrl / ⌘ + Enter'] },
  { command: 'skip', keys: ['S'] },
  { command: 'flag', keys: ['F'] },
  { command: 'guidelines', keys: ['G'] },
  { command: 'focusMode', keys: ['Z'] },
  { command: 'rawText', keys: ['R'] },
  { command: 'unfold', keys: ['E'] },
  { command: 'keys', keys: ['?'] },
]

/** A command, a character of a score, or null when the page has no use for the key. `rtl`: the page's direction. */
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
  const command = latin && !press.shiftKey ? letters[latin] : undefined
  return command ? { command } : null
}
