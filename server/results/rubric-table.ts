// Models × (overall, categories) in points of 100, exact, and how often rubrics and points were met.
import type { Fraction } from '../../criteria/checklist/exact-share'
import type { Estimate } from '../statistics/estimate'
import { formatHalfUp } from '../statistics/format-half-up'
import type { Rational } from '../statistics/rational'
import { pointRate } from '../statistics/rubrics/point-rate'
import { strictPassRate } from '../statistics/rubrics/strict-pass-rate'
import type { ClusteredMean } from '../statistics/scores/clustered-mean'
import { type MeanEstimate, meanInterval } from '../statistics/scores/mean-interval'
import { sumFractions } from '../statistics/sum-fractions'
import type { ChecklistScore } from './checklist-score'
import {
  emptyCell,
  markBest,
  type ScoreCell,
  type ScoreTable,
  type TableCategory,
  type TableModel,
} from './score-table'

/** What all annotators gave one response. */
export interface RubricResponse {
  itemId: string
  modelId: string
  language: string
  categoryId: string | null
  /** One per judgment; none: nobody could judge it. */
  scores: readonly Pick<ChecklistScore, 'share' | 'points'>[]
}

export interface RubricRates {
  model: TableModel
  /** Of the responses, in points of 100, with a t interval over items. */
  score: MeanEstimate
  /** Share of responses whose every point was given in full by everybody who judged them. */
  strict: Estimate
  /** Share earned of a point, every point weighing the same; clustered by item. */
  points: ClusteredMean
}

export interface RubricTable extends ScoreTable {
  rates: RubricRates[]
}

const meanShare = (scores: RubricResponse['scores']): Rational => {
  const sum = sumFractions(scores.map(score => score.share))
  return { numerator: sum.numerator, denominator: sum.denominator * BigInt(scores.length) }
}

const toNumber = ({ numerator, denominator }: Fraction) => Number(formatHalfUp({ numerator, denominator }, 15))

/** One mean per item: over all ratings that a model got in it, by several annotators or of several samples. */
function byItem(responses: readonly RubricResponse[]): Rational[] {
  const items = new Map<string, RubricResponse['scores'][number][]>()
  for (const { itemId, scores } of responses)
    if (scores.length > 0) items.set(itemId, [...(items.get(itemId) ?? []), ...scores])
  return [...items.values()].map(meanShare)
}

const trimZeros = (decimal: string) => decimal.replace(/\.?0+$/, '')

function toCell(responses: readonly RubricResponse[]): ScoreCell {
  const items = byItem(responses)
  if (items.length === 0) return { ...emptyCell }
  const sum = sumFractions(items)
  const score = { numerator: sum.numerator * 100n, denominator: sum.denominator * BigInt(items.length) }
  const { lower, upper, standardError, reason } = meanInterval(items.map(share => 100 * toNumber(share)))
  return {
    n: items.length,
    mean: trimZeros(formatHalfUp(score, 12)),
    display: formatHalfUp(score, 1),
    isBest: false,
    interval: lower === null || upper === null ? null : { lower, upper },
    standardError,
    reason,
  }
}

/** What a response got for each point: the mean over its annotators. */
function judgedPoints({ scores }: RubricResponse): number[] {
  const given = new Map<string, number[]>()
  for (const { points } of scores) for (const [id, share] of points) given.set(id, [...(given.get(id) ?? []), share])
  return [...given.values()].map(shares => shares.reduce((sum, share) => sum + share, 0) / shares.length)
}

/** One table of a language, or of all together (null). Overall is the mean over items, never that of category means. */
export function buildRubricTable(
  responses: readonly RubricResponse[],
  language: string | null,
  models: readonly TableModel[],
  categories: readonly TableCategory[],
): RubricTable {
  const own = responses.filter(row => language === null || row.language === language)
  const ofModel = (model: TableModel) => own.filter(row => row.modelId === model.id)
  const rows = models.map(model => ({
    model,
    overall: toCell(ofModel(model)),
    byCategory: categories.map(({ categoryId }) => toCell(ofModel(model).filter(row => row.categoryId === categoryId))),
    macro: null,
  }))
  markBest(rows.map(row => row.overall))
  categories.forEach((_, index) => {
    markBest(rows.flatMap(row => row.byCategory[index] ?? []))
  })
  const rates = models.map(model => {
    const judged = ofModel(model).filter(row => row.scores.length > 0)
    const points = judged.map(judgedPoints)
    return {
      model,
      score: meanInterval(byItem(judged).map(share => 100 * toNumber(share))),
      strict: strictPassRate(points),
      points: pointRate(points),
    }
  })
  return { language, categories: [...categories], rows, rates }
}
