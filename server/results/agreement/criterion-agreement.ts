// How much annotators agree on one criterion.
import { stepCount } from '../../../criteria/scale/steps'
import type { Criterion } from '../../../criteria/schema'
import { type CohenKappa, cohenKappa } from '../../statistics/agreement/cohen-kappa'
import type { Metric } from '../../statistics/agreement/difference-metric'
import { distinctValues } from '../../statistics/agreement/distinct-values'
import { type FleissKappa, fleissKappa } from '../../statistics/agreement/fleiss-kappa'
import { type GwetCoefficient, gwetCoefficient } from '../../statistics/agreement/gwet-coefficient'
import { type IntraclassEstimate, intraclassCorrelation } from '../../statistics/agreement/intraclass-correlation'
import { type AlphaEstimate, krippendorffAlphaInterval } from '../../statistics/agreement/krippendorff-alpha-interval'
import { rawAgreement } from '../../statistics/agreement/raw-agreement'
import type { Estimate } from '../../statistics/estimate'
import type { Random } from '../../statistics/random/mulberry32'
import type { AgreementUnits } from './agreement-units'
import { type PairwiseAgreement, pairwiseAgreement } from './pairwise-agreement'

export interface CriterionAgreement {
  criterion: { id: string; label: string; kind: Criterion['kind'] }
  metric: Metric
  alpha: AlphaEstimate
  /** Share of equal judgments. */
  raw: Estimate
  /** Scales finer or wider than a step: share of judgments at most one unit of the scale apart; else null. */
  withinOne: Estimate | null
  /** Gwet's AC2 over the declared values (AC1 for labels); null where the values are not declared, as points of rubrics. */
  gwet: GwetCoefficient | null
  /** Labels that were given equally often to every unit; else null. */
  fleiss: FleissKappa | null
  /**
   * Numbers with equally many judgments of every unit; else null. One annotator, and the mean of all: ICC(2) where
   * everybody judged everything, ICC(1) where who judged varies.
   */
  intraclass: { kind: 2 | 1; one: IntraclassEstimate; mean: IntraclassEstimate } | null
  /** α and equal judgments of each two annotators. */
  pairwise: PairwiseAgreement
  /** Annotators who share units with others, those with the most first. */
  annotators: string[]
  /** κ of each two of them on the units that both judged. */
  kappas: { first: string; second: string; kappa: CohenKappa }[]
  /** How κ counts differences. */
  weighting: 'identity' | 'quadratic'
}

/** Few values are ranks, many are distances; labels are neither. */
export function metricOf(criterion: Criterion): Metric {
  if (criterion.kind === 'scale') return stepCount(criterion) <= 4 ? 'ordinal' : 'interval'
  return criterion.kind === 'ranking' || criterion.kind === 'checklist' ? 'ordinal' : 'nominal'
}

/** Most annotators whose pairwise agreement is shown. */
export const mostAnnotators = 12

export function criterionAgreement(
  criterion: Criterion,
  { annotators, units }: AgreementUnits,
  random: Random,
): CriterionAgreement {
  const metric = metricOf(criterion)
  const weighting = metric === 'nominal' ? 'identity' : 'quadratic'
  const counts = annotators.map((name, index) => ({
    name,
    index,
    units: units.filter(unit => (unit[index] ?? null) !== null).length,
  }))
  const shown = counts
    .filter(one => one.units > 0)
    .sort((a, b) => b.units - a.units || a.index - b.index)
    .slice(0, mostAnnotators)
    .sort((a, b) => a.index - b.index)
  const kappas = shown.flatMap((first, at) =>
    shown.slice(at + 1).map(second => ({
      first: first.name,
      second: second.name,
      kappa: pairKappa(units, first.index, second.index, weighting),
    })),
  )
  return {
    criterion: { id: criterion.id, label: criterion.label, kind: criterion.kind },
    metric,
    alpha: krippendorffAlphaInterval(units, metric, { random, replicates: 500 }),
    raw: rawAgreement(units),
    withinOne: criterion.kind === 'scale' ? rawAgreement(units, Math.round(1 / criterion.step)) : null,
    gwet: gwetOf(criterion, metric, units),
    pairwise: pairwiseAgreement({ annotators, units }, metric),
    fleiss: metric === 'nominal' ? fleissOf(units) : null,
    intraclass: metric === 'nominal' ? null : intraclassOf(units),
    annotators: shown.map(({ name }) => name),
    kappas,
    weighting,
  }
}

function pairKappa(
  units: AgreementUnits['units'],
  first: number,
  second: number,
  weighting: 'identity' | 'quadratic',
): CohenKappa {
  const both = units.flatMap(unit => {
    const [a, b] = [unit[first] ?? null, unit[second] ?? null]
    return a === null || b === null ? [] : [[a, b] as const]
  })
  const values = distinctValues(both)
  // Weights count whole steps between the values, also those that nobody gave.
  const [least = 0, most = 0] = [values[0], values.at(-1)]
  const categories = weighting === 'identity' || most - least > 200 ? values : range(least, most)
  const at = new Map(categories.map((value, index) => [value, index]))
  const table = categories.map(() => categories.map(() => 0))
  for (const [a, b] of both) {
    const row = table[at.get(a) ?? 0]
    const column = at.get(b) ?? 0
    if (row) row[column] = (row[column] ?? 0) + 1
  }
  return cohenKappa(table, weighting)
}

const range = (least: number, most: number) => Array.from({ length: most - least + 1 }, (_, index) => least + index)

const given = (unit: readonly (number | null)[]) => unit.filter(value => value !== null)

function fleissOf(units: AgreementUnits['units']): FleissKappa | null {
  const judgments = given(units[0] ?? []).length
  if (judgments < 2 || units.some(unit => given(unit).length !== judgments)) return null
  const categories = distinctValues(units)
  return fleissKappa(units.map(unit => categories.map(category => unit.filter(value => value === category).length)))
}

function intraclassOf(units: AgreementUnits['units']): CriterionAgreement['intraclass'] {
  const table = units.map(given)
  const judgments = table[0]?.length ?? 0
  if (table.length < 2 || judgments < 2 || table.some(row => row.length !== judgments)) return null
  const found = intraclassCorrelation(table)
  return units.every(unit => unit.length === judgments)
    ? { kind: 2, one: found.icc2, mean: found.icc2k }
    : { kind: 1, one: found.icc1, mean: found.icc1k }
}

const gwetWeights = { nominal: 'identity', ordinal: 'ordinal', interval: 'quadratic', ratio: 'quadratic' } as const

/** Depends on how many values are declared, not on those that were given. */
function gwetOf(criterion: Criterion, metric: Metric, units: AgreementUnits['units']): GwetCoefficient | null {
  const declared = declaredValues(criterion, units)
  return declared === null || declared.length < 2 ? null : gwetCoefficient(units, declared, gwetWeights[metric])
}

function declaredValues(criterion: Criterion, units: AgreementUnits['units']): number[] | null {
  const observed = distinctValues(units)
  // Ranks that were given are those there are; of sets of labels and points of rubrics nobody declared a list.
  if (criterion.kind === 'ranking') return observed
  const most = largestDeclared(criterion)
  // Recorded judgments may hold what the criterion has no longer.
  return most === null ? null : range(0, Math.max(most, observed.at(-1) ?? 0))
}

function largestDeclared(criterion: Criterion): number | null {
  if (criterion.kind === 'scale') return stepCount(criterion)
  if (criterion.kind === 'preference') return 1 + Number(criterion.tie) + Number(criterion.bothUnusable)
  return criterion.kind === 'choice' && !criterion.many ? criterion.options.length - 1 : null
}
