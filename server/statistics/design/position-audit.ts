// Were the models shown in every position equally often, as a random order would?
import { at } from '../at'
import { chiSquareUpperTail } from '../chi-square-upper-tail'
import type { Reason } from '../reason'
import { sum } from '../sum'

export interface PositionAudit {
  /** Anderson's Q, χ² with `degreesOfFreedom`. */
  q: number | null
  degreesOfFreedom: number
  /** Small when the order was not random. */
  p: number | null
  /** Items; each shows every model once. */
  n: number
  method: string
  reason: Extract<Reason, 'no-data' | 'incomplete'> | null
}

/**
 * Null hypothesis: each item shows its k models in a random order. `shown[model][slot]` counts items. Q = ((k − 1)/n) ·
 * Σ(count − n/k)² ~ χ² with (k − 1)² degrees of freedom (Anderson 1959). Pearson's χ² of the same table is too large by
 * k/(k − 1), as each item contributes a whole permutation. Null when rows or columns differ in their sums: then not every
 * item showed every model (`incomplete`). Example: [[60, 40], [40, 60]] → Q = 4, p = 0.046.
 */
export function positionAudit(shown: readonly (readonly number[])[]): PositionAudit {
  const k = shown.length
  const n = sum(shown[0] ?? [])
  const method = "Anderson's Q of the table model × position"
  const none = { q: null, p: null, degreesOfFreedom: Math.max(0, (k - 1) ** 2), n, method }
  if (k < 2 || n === 0) return { ...none, reason: 'no-data' }
  const columns = shown.map((_, slot) => sum(shown.map(row => at(row, slot))))
  if ([...shown.map(sum), ...columns].some(total => total !== n)) return { ...none, reason: 'incomplete' }
  const q = ((k - 1) / n) * sum(shown.flat().map(count => (count - n / k) ** 2))
  return { ...none, q, p: chiSquareUpperTail(q, (k - 1) ** 2), reason: null }
}
