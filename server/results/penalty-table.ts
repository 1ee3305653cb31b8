// What marked errors cost each model: the weights of an item's marks, averaged as scores are; fewer is better.
import { formatHalfUp } from '../statistics/format-half-up'
import { type ItemTotals, meanOfItemMeans } from '../statistics/mean-of-item-means'
import { multiplyRationals, rational } from '../statistics/rational'
import type { TableModel } from './score-table'

/** Items of one model that have equally many judgments; `sum` in thousandths of a weight. */
export interface PenaltyTotals extends ItemTotals {
  modelId: string
}

/** How often a severity was marked. */
export interface MarkCount {
  modelId: string
  severity: string
  marks: number
}

export interface PenaltyRow {
  model: TableModel
  /** Items with at least one judgment. */
  n: number
  /** Mean weight of a response's marks, half-up to two decimals; "–" when nothing was judged. */
  display: string
  /** By severity, in the order of the criterion. */
  marks: number[]
}

/** One row per model. A response that was judged and in which nothing is marked counts 0. */
export function penaltyTable(
  totals: readonly PenaltyTotals[],
  counts: readonly MarkCount[],
  models: readonly TableModel[],
  severities: readonly string[],
): PenaltyRow[] {
  const isOwn = (row: { modelId: string }, model: TableModel) => row.modelId === model.id
  return models.map(model => {
    const mean = meanOfItemMeans(totals.filter(row => isOwn(row, model)))
    return {
      model,
      n: mean.n,
      display: mean.value === null ? '–' : formatHalfUp(multiplyRationals(mean.value, rational(1n, 1000n)), 2),
      marks: severities.map(severity =>
        counts.reduce((sum, row) => sum + (isOwn(row, model) && row.severity === severity ? row.marks : 0), 0),
      ),
    }
  })
}
