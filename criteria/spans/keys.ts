// How marking begins, and which key stands for which category and severity while something is being marked.
import type { CriterionKeys } from '../criterion-keys'
import type { SpansCriterion } from './schema'

export const spansKeys: CriterionKeys<SpansCriterion> = {
  press(key, { criterion, slot }) {
    if (key === 'm') return { focus: `${criterion.id} response ${slot}` }
    return key === 'M' && criterion.source ? { focus: `${criterion.id} source 0` } : null
  },
  list: [
    { name: 'text', keys: ['M'] },
    { name: 'source', keys: ['⇧ M'] },
    { name: 'words', keys: ['←', '→', '↑', '↓'] },
    { name: 'grow', keys: ['⇧ ←', '⇧ →'] },
    { name: 'characters', keys: ['Alt + ⇧ →'] },
    { name: 'mark', keys: ['Enter'] },
    { name: 'choose', keys: ['A', '…', '1', '…'] },
  ],
}

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** The letter of a category by its place; null: there are more categories than letters. */
export const categoryKey = (index: number): string | null => letters[index] ?? null

/** The digit of a severity by its place. */
export const severityKey = (index: number): string => String(index + 1)

/** What a key chooses; null: nothing. Works on keyboards without Latin letters, too, by the key's place. */
export function chosenBy(
  press: { key: string; code: string },
  { categories, severities }: Pick<SpansCriterion, 'categories' | 'severities'>,
): { category: string } | { severity: string } | null {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(press.code)?.[1] ?? (/^\d$/.test(press.key) ? press.key : undefined)
  const severity = digit === undefined ? undefined : severities[Number(digit) - 1]
  if (severity) return { severity: severity.id }
  const letter = /^[a-z]$/i.test(press.key) ? press.key : /^Key([A-Z])$/.exec(press.code)?.[1]
  const category = letter === undefined ? undefined : categories[letters.indexOf(letter.toLowerCase())]
  return category ? { category: category.id } : null
}
