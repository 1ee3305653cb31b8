// Comparisons of models on each item, as rows of a CSV file.
import type { ItemComparison } from '../results/queries/list-item-comparisons'
import { neutralCell } from './neutral-cell'

export const itemHeader = ['item', 'language', 'category', 'model_a', 'model_b', 'outcome', 'judgments', 'source']

export const itemRows = (comparisons: readonly ItemComparison[]): string[][] =>
  comparisons.map(row => [
    neutralCell(row.item),
    row.language,
    neutralCell(row.category ?? ''),
    neutralCell(row.modelA),
    neutralCell(row.modelB),
    row.sign > 0 ? 'a' : row.sign < 0 ? 'b' : 'tie',
    String(row.judgments),
    row.source,
  ])
