// How often each label was given to the responses of each model.
import type { TableModel } from './score-table'

/** Judged responses of one model: with a label, or (null) all of them. */
export interface LabelCount {
  modelId: string
  label: string | null
  judged: number
}

export interface LabelRow {
  model: TableModel
  /** Judged responses: one per judgment and response. */
  n: number
  /** By label, in the order of the criterion; `share` of n, null where nothing was judged. */
  labels: { count: number; share: number | null }[]
}

/** One row per model. */
export function labelTable(
  counts: readonly LabelCount[],
  models: readonly TableModel[],
  labels: readonly string[],
): LabelRow[] {
  return models.map(model => {
    const judged = (label: string | null) =>
      counts.reduce((sum, row) => (row.modelId === model.id && row.label === label ? sum + row.judged : sum), 0)
    const n = judged(null)
    return {
      model,
      n,
      labels: labels.map(label => {
        const count = judged(label)
        return { count, share: n === 0 ? null : count / n }
      }),
    }
  })
}
