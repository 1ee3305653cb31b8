// What a model's anchors got at first and again, beside a model that was added later.
import { formatHalfUp } from '../statistics/format-half-up'
import type { Rational } from '../statistics/rational'
import { type PairedDifference, pairedDifference } from '../statistics/scores/paired-difference'
import { sumFractions } from '../statistics/sum-fractions'
import type { TableModel } from './score-table'

export interface BridgeRow {
  model: TableModel
  /** Means over the items that were judged both times, in points of the scale, or of 100 for a rubric. */
  first: number
  again: number
  /** Again − first, over items. */
  difference: PairedDifference
}

/** All that a model got in one item, at first and beside the model that was added. */
export interface BridgedScores {
  first: readonly Rational[]
  again: readonly Rational[]
}

/** An item that was not judged both times says nothing; null: no item was. Exact up to the last step. */
export function bridgeRow(model: TableModel, items: readonly BridgedScores[]): BridgeRow | null {
  const both = items
    .filter(({ first, again }) => first.length > 0 && again.length > 0)
    .map(({ first, again }) => ({ first: mean(first), again: mean(again) }))
  if (both.length === 0) return null
  return {
    model,
    first: toNumber(mean(both.map(item => item.first))),
    again: toNumber(mean(both.map(item => item.again))),
    difference: pairedDifference(
      both.map(({ first, again }) => toNumber(sumFractions([again, { ...first, numerator: -first.numerator }]))),
    ),
  }
}

function mean(values: readonly Rational[]): Rational {
  const { numerator, denominator } = sumFractions(values)
  return { numerator, denominator: denominator * BigInt(values.length) }
}

const toNumber = (value: Rational) => Number(formatHalfUp(value, 15))
