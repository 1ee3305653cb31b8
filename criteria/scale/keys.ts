// A score is typed digit by digit. It takes effect as soon as the digits make one, so that nothing typed can get lost;
// what stays open is only whether the next digit continues it.
import type { CriterionKeys } from '../criterion-keys'
import { withValue } from '../ratings'
import type { ScaleCriterion } from './schema'
import { typeCharacter } from './typed-score'

export const scaleKeys: CriterionKeys<ScaleCriterion> = {
  press(key, { criterion: scale, slot, typed }) {
    if (key === 'erase') return { change: content => withValue(content, scale.id, slot, null) }
    const entry = (typed && typeCharacter(typed, key, scale)) || typeCharacter('', key, scale)
    if (!entry) return null
    const { value } = entry
    return {
      change: value === null ? undefined : content => withValue(content, scale.id, slot, value),
      // A second digit that ends the score can only be meant as its end: "1", "0".
      ...(entry.complete && entry.typed.length > 1 ? { done: true } : { typed: entry.typed }),
    }
  },
  list: [{ name: 'score', keys: ['0', '…', '9'] }],
}
