// Builds the tables of results from summed-up ratings: models × (overall, categories), exact, rounded for display only.

import type { Scale } from '../../criteria/scale/steps'
import { formatHalfUp } from '../statistics/format-half-up'
import { largestDisplayed } from '../statistics/largest-displayed'
import { type ExactMean, meanOfItemMeans } from '../statistics/mean-of-item-means'
import { addRationals, multiplyRationals, type Rational, rational } from '../statistics/rational'
import type { Reason } from '../statistics/reason'
import { macroMean } from '../statistics/scores/macro-mean'
import { type ClusterSums, type ItemSums, meanOfItemSums } from '../statistics/scores/mean-of-item-sums'

/** Items of one language, category and model that have equally many ratings; `sum` is in steps. */
export interface CellTotals extends ItemSums {
  language: string
  categoryId: string | null
  modelId: string
}

/** The clusters of the items of one cell; where items are grouped, a table has one for each of its cells. */
export interface CellClusters extends ClusterSums {
  /** Null: all languages together. */
  language: string | null
  /** Undefined: all categories together; null: items without a category. */
  categoryId: string | null | undefined
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
  /** Of 95 %, on the scale, not cut off at its ends; null where there is none. */
  interval: { lower: number; upper: number } | null
  standardError: number | null
  /** Why there is no mean or no interval, or why it has no width; null when all is well. */
  reason: Reason | null
}

export interface ScoreRow {
  model: TableModel
  /** The mean over items: the headline. */
  overall: ScoreCell
  byCategory: ScoreCell[]
  /** The mean of the categories' means, `n` of them; null where there are fewer than two. Always shown under its own name. */
  macro: Pick<ScoreCell, 'n' | 'mean' | 'display'> | null
}

export interface ScoreTable {
  /** Null: all languages together. */
  language: string | null
  categories: TableCategory[]
  rows: ScoreRow[]
}

/** A mean of steps as a score: minimum + steps × step, exactly. */
function toScore(steps: Rational, scale: Scale): Rational {
  const min = rational(BigInt(Math.round(scale.min * 10)), 10n)
  return addRationals(min, multiplyRationals(steps, rational(BigInt(Math.round(scale.step * 10)), 10n)))
}

const trimZeros = (decimal: string) => decimal.replace(/\.?0+$/, '')

/** Nothing was rated. */
export const emptyCell: ScoreCell = {
  n: 0,
  mean: null,
  display: '–',
  isBest: false,
  interval: null,
  standardError: null,
  reason: 'no-data',
}

function toMean(mean: Pick<ExactMean, 'value' | 'n'>, scale: Scale): Pick<ScoreCell, 'n' | 'mean' | 'display'> {
  if (mean.value === null) return { n: 0, mean: null, display: '–' }
  const score = toScore(mean.value, scale)
  return { n: mean.n, mean: trimZeros(formatHalfUp(score, 12)), display: formatHalfUp(score, 2) }
}

function toCell(groups: readonly ItemSums[], scale: Scale, clusters: ClusterSums | undefined): ScoreCell {
  if (groups.length === 0) return { ...emptyCell }
  const { lower, upper, standardError, reason } = meanOfItemSums(groups, clusters)
  const onScale = (steps: number) => scale.min + steps * scale.step
  return {
    ...toMean(meanOfItemMeans(groups), scale),
    isBest: false,
    interval: lower === null || upper === null ? null : { lower: onScale(lower), upper: onScale(upper) },
    standardError: standardError === null ? null : standardError * scale.step,
    reason,
  }
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
 * caller leaves out those that the language has no items of. Intervals are over items, or over the clusters given.
 */
export function buildScoreTable(
  totals: readonly CellTotals[],
  language: string | null,
  models: readonly TableModel[],
  categories: readonly TableCategory[],
  scale: Scale,
  clusters: readonly CellClusters[] = [],
): ScoreTable {
  const own = totals.filter(row => language === null || row.language === language)
  const rows = models.map(model => {
    const ofModel = own.filter(row => row.modelId === model.id)
    const clustersOf = (categoryId: string | null | undefined) =>
      clusters.find(one => one.modelId === model.id && one.language === language && one.categoryId === categoryId)
    const groups = categories.map(({ categoryId }) => ofModel.filter(row => row.categoryId === categoryId))
    return {
      model,
      overall: toCell(ofModel, scale, clustersOf(undefined)),
      byCategory: groups.map((group, at) => toCell(group, scale, clustersOf(categories[at]?.categoryId ?? null))),
      macro: categories.length < 2 ? null : toMean(macroMean(groups.map(meanOfItemMeans)), scale),
    }
  })
  markBest(rows.map(row => row.overall))
  categories.forEach((_, index) => {
    markBest(rows.flatMap(row => row.byCategory[index] ?? []))
  })
  return { language, categories: [...categories], rows }
}
