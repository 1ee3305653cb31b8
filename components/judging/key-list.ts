// What the help says of the page's own keys.
import type { Command } from './keys'

/** The page's own keys, as the help lists them; those of the criteria come before them. */
export const keyList: readonly { command: Command; keys: readonly string[] }[] = [
  { command: 'commit', keys: ['Enter'] },
  { command: 'cancel', keys: ['Esc'] },
  { command: 'erase', keys: ['⌫'] },
  { command: 'next', keys: ['J', '→', 'Tab'] },
  { command: 'previous', keys: ['K', '←', '⇧ Tab'] },
  { command: 'nextPart', keys: ['N'] },
  { command: 'previousPart', keys: ['P'] },
  { command: 'comment', keys: ['C'] },
  { command: 'cannotJudge', keys: ['X'] },
  { command: 'submit', keys: ['Ctrl / ⌘ + Enter'] },
  { command: 'skip', keys: ['S'] },
  { command: 'flag', keys: ['F'] },
  { command: 'ask', keys: ['Q'] },
  { command: 'guidelines', keys: ['G'] },
  { command: 'focusMode', keys: ['Z'] },
  { command: 'rawText', keys: ['R'] },
  { command: 'unfold', keys: ['E'] },
  { command: 'keys', keys: ['?'] },
]
