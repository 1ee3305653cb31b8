// How much annotators agree on one criterion.
import { stepCount } from '../../../criteria/scale/steps'
import type { Criterion } from '../../../criteria/schema'
import { type CohenKappa, cohenKappa } from '../../statistics/agreement/cohen-kappa'
import type { Metric } from '../../statistics/agreement/difference-metric'
import { distinctValues } from '../../statistics/agreement/distinct-values'
import { type FleissKappa, fleissKappa } from '../../statistics/agreement/fleiss-kappa'
import { type IntraclassEstimate, intraclassCorrelation } from '../../statistics/agreement/intraclass-correlation'
import { type AlphaEstimate, krippendorffAlphaInterval } from '../../statistics/agreement/krippendorff-alpha-interval'
import { rawAgreement } from '../../statistics/agreement/raw-agreement'
import type { Estimate } from '../../statistics/estimate'
import type { Random } from '../../statistics/random/mulberry32'
import type { AgreementUnits } from './agreement-units'

export interface CriterionAgreement {
  criterion: { id: string; label: string; kind: Criterion['kind'] }
  metric: Metric
  alpha: AlphaEstimate
  /** Share of equal judgments. */
  raw: Estimate
  /** Labels that were given equally often to every unit; else null. */
  fleiss: FleissKappa | null
  /** Numbers of a complete table, every annotator on every unit; else null. One annotator, and the mean of all. */
  intraclass: { one: IntraclassEstimate; mean: IntraclassEstimate } | null
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
  if (table.length < 2 || table.some((row, index) => row.length !== units[index]?.length)) return null
  const { icc2, icc2k } = intraclassCorrelation(table)
  return { one: icc2, mean: icc2k }
}
