// What Backspace takes out: what was entered last, then what was entered before it.
import type { JudgmentContent } from '@/server/judgments/schema'
import type { Target } from './judged-item'

const keyOf = (criterion: string, slot: number) => `${criterion} ${slot}`

/** The places of what was entered, the latest at the end, after a change. `order`: the same before it. */
export function noteEntered(order: readonly string[], before: JudgmentContent, after: JudgmentContent): string[] {
  const listed = ({ ratings }: JudgmentContent) =>
    new Map(ratings.map(rating => [keyOf(rating.criterion, rating.slot), JSON.stringify(rating)]))
  const [earlier, now] = [listed(before), listed(after)]
  const changed = [...now.keys()].filter(key => now.get(key) !== earlier.get(key))
  return [...order.filter(key => now.has(key) && !changed.includes(key)), ...changed]
}

/** The latest first. What was there when the page opened comes after what was entered since, from the end. */
export function eraseOrder(targets: readonly Target[], order: readonly string[]): Target[] {
  const at = ({ criterion, slot }: Target) => order.indexOf(keyOf(criterion.id, slot))
  return targets.toReversed().sort((a, b) => at(b) - at(a))
}
