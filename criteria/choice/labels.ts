// What has been chosen of a criterion's labels, and how one more press changes it.
import type { JudgmentContent } from '../../server/judgments/schema'
import { findRating, withRating } from '../ratings'
import type { ChoiceCriterion } from './schema'

/** The chosen ids. */
export function labelsOf(content: JudgmentContent, criterion: ChoiceCriterion, slot: number): readonly string[] {
  const choice = findRating(content, criterion.id, slot)?.choice
  return choice?.kind === 'choice' ? choice.labels : []
}

/** With a label chosen, or given back if it was; of several that exclude each other the last one counts. Null: none. */
export function withLabel(
  content: JudgmentContent,
  criterion: ChoiceCriterion,
  slot: number,
  label: string | null,
): JudgmentContent {
  const before = label === null ? [] : labelsOf(content, criterion, slot)
  const kept = criterion.many ? before.filter(other => other !== label) : []
  const chosen = label === null || before.includes(label) ? kept : [...kept, label]
  // In the criterion's order: the same choice is the same rating.
  const labels = criterion.options.flatMap(option => (chosen.includes(option.id) ? [option.id] : []))
  return withRating(content, criterion.id, slot, labels.length === 0 ? null : { choice: { kind: 'choice', labels } })
}
