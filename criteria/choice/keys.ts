// A label is chosen by its letter wherever the question is on the screen, and by its number when it is at work.
import type { CriterionKeys } from '../criterion-keys'
import { withLabel } from './labels'
import type { ChoiceCriterion } from './schema'

/** The letters that the judging page leaves to criteria, easy ones first. */
const letters = [...'wtyuioadhlvbm']

/** The letter of a label, or null for those far down the list. */
export const letterOf = (index: number): string | null => letters[index] ?? null

export const choiceKeys: CriterionKeys<ChoiceCriterion> = {
  press(key, { criterion, slot }) {
    if (key === 'erase') return { change: content => withLabel(content, criterion, slot, null) }
    const byNumber = /^\d$/.test(key) ? (Number(key) + 9) % 10 : -1
    const option = criterion.options[byNumber >= 0 ? byNumber : letters.indexOf(key)]
    if (!option) return null
    const change = {
      change: (content: Parameters<typeof withLabel>[0]) => withLabel(content, criterion, slot, option.id),
    }
    // Of several, more may follow.
    return criterion.many ? { ...change, typed: '' } : { ...change, done: true }
  },
  list: [
    { name: 'letters', keys: ['W', 'T', 'Y', '…'] },
    { name: 'digits', keys: ['1', '…', '9'] },
  ],
}
