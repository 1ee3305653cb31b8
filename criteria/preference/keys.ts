// The answers are numbered as they stand on the screen, from the side of A to the side of B.
import type { CriterionKeys } from '../criterion-keys'
import { withRating } from '../ratings'
import { optionsOf, type PreferenceOption } from './options'
import type { PreferenceCriterion } from './schema'

function optionOf(key: string, criterion: PreferenceCriterion): PreferenceOption | null {
  if (key === 't') return criterion.tie ? { prefer: 'tie', strength: null } : null
  if (key === 'u' || key === '0') return criterion.bothUnusable ? { prefer: 'unusable', strength: null } : null
  return optionsOf(criterion)[Number(key) - 1] ?? null
}

export const preferenceKeys: CriterionKeys<PreferenceCriterion> = {
  press(key, { criterion }) {
    if (key === 'erase') return { change: content => withRating(content, criterion.id, 0, null) }
    if (!/^[\dtu]$/.test(key)) return null
    const option = optionOf(key, criterion)
    // A key that has no meaning here must not answer another question.
    if (!option) return {}
    return {
      change: content => withRating(content, criterion.id, 0, { choice: { kind: 'preference', ...option } }),
      done: true,
    }
  },
  list: [
    { name: 'options', keys: ['1', '…', '9'] },
    { name: 'tie', keys: ['T'] },
    { name: 'unusable', keys: ['U'] },
  ],
}
