// Builds the tables of results from summed-up ratings: models × (overall, categories), exact, rounded for display only.

import type { Scale } from '../../criteria/scale/steps'
import { formatHalfUp } from '../statistics/format-half-up'
import { largestDisplayed } from '../statistics/largest-displayed'
import { type ExactMean, type ItemTotals, meanOfItemMeans } from '../statistics/mean-of-item-means'
import { addRationals, multiplyRationals, type Rational, rational } from '../statistics/rational'

/** Items of one language, category and model that have equally many ratings; `sum` is in steps. */
export interface CellTotals extends ItemTotals {
  language: string
  categoryId: string | null
  modelId: string
}

export interface TableModel {
  id: string
  name: string
}

/** A column of categories; `categoryId` is null for items without a category. */
export interface TableCategory {
  categoryId: string | null
  /** Null when there is no category to name. */
  shortName: string | null
  name: string | null
}

export interface ScoreCell {
  /** Items with at least one rating. */
  n: number
  /** The exact mean to twelve decimals; null when nothing was rated. */
  mean: string | null
  /** Half-up to two decimals of the exact mean; "–" when nothing was rated. */
  display: string
  /** The largest of its column as displayed; equal figures are all best. */
  isBest: boolean
}

export interface ScoreTable {
  /** Null: all languages together. */
  language: string | null
  categories: TableCategory[]
  rows: { model: TableModel; overall: ScoreCell; byCategory: ScoreCell[] }[]
}

/** A mean of steps as a score: minimum + steps × step, exactly. */
function toScore(steps: Rational, scale: Scale): Rational {
  const min = rational(BigInt(Math.round(scale.min * 10)), 10n)
  return addRationals(min, multiplyRationals(steps, rational(BigInt(Math.round(scale.step * 10)), 10n)))
}

const trimZeros = (decimal: string) => decimal.replace(/\.?0+$/, '')

function toCell(mean: ExactMean, scale: Scale): ScoreCell {
  if (mean.value === null) return { n: 0, mean: null, display: '–', isBest: false }
  const score = toScore(mean.value, scale)
  return { n: mean.n, mean: trimZeros(formatHalfUp(score, 12)), display: formatHalfUp(score, 2), isBest: false }
}

/** Marks the best. A column has one only where the models stand on about the same items: none has less than half the items of another. */
export function markBest(column: ScoreCell[]): void {
  const counts = column.filter(cell => cell.mean !== null).map(cell => cell.n)
  if (Math.min(...counts) * 2 < Math.max(...counts)) return
  for (const index of largestDisplayed(column.map(cell => (cell.mean === null ? null : cell.display)))) {
    const cell = column[index]
    if (cell) cell.isBest = true
  }
}

/**
 * One table. Overall is the mean over items, never the mean of category means. Columns are the categories given; the
 * caller leaves out those that the language has no items of.
 */
export function buildScoreTable(
  totals: readonly CellTotals[],
  language: string | null,
  models: readonly TableModel[],
  categories: readonly TableCategory[],
  scale: Scale,
): ScoreTable {
  const own = totals.filter(row => language === null || row.language === language)
  const rows = models.map(model => {
    const ofModel = own.filter(row => row.modelId === model.id)
    return {
      model,
      overall: toCell(meanOfItemMeans(ofModel), scale),
      byCategory: categories.map(({ categoryId }) =>
        toCell(meanOfItemMeans(ofModel.filter(row => row.categoryId === categoryId)), scale),
      ),
    }
  })
  markBest(rows.map(row => row.overall))
  categories.forEach((_, index) => {
    markBest(rows.flatMap(row => row.byCategory[index] ?? []))
  })
  return { language, categories: [...categories], rows }
}
