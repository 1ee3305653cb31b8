import type { Criterion } from '@/criteria/schema'

/** By how much judgments may differ before somebody decides, in the units of the criterion; null: it is never compared. */
export function startDifference(criterion: Criterion): number | null {
  switch (criterion.kind) {
    case 'scale':
      // Of 0–10 more than three, of 0–3 more than one.
      return Math.max(criterion.step, Math.round((criterion.max - criterion.min) * 0.3))
    case 'checklist':
      return 20
    case 'preference':
      // A side against the other, however weakly, is two steps: a tie lies between them.
      return 2
    case 'ranking':
      return 1
    case 'choice':
      return 0
    default:
      return null
  }
}
