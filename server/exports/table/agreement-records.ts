// Agreement as rows of a CSV file: one per criterion and statistic, and one per two annotators.
import type { CriterionAgreement } from '../../results/agreement/criterion-agreement'
import type { Estimate } from '../../statistics/estimate'

export const agreementHeader = [
  'criterion',
  'statistic',
  'annotator_a',
  'annotator_b',
  'n',
  'value',
  'lower',
  'upper',
  'reason',
]

const exact = (value: number | null) => (value === null ? '' : String(value))

/** Values are exact; an empty one has its reason. `n` counts values for α, units for all others. */
export function agreementRows(agreement: readonly CriterionAgreement[]): string[][] {
  return agreement.flatMap(
    ({ criterion, metric, alpha, raw, withinOne, gwet, fleiss, intraclass, kappas, weighting }) => {
      const row = (
        statistic: string,
        of: Partial<Estimate> & Pick<Estimate, 'value' | 'n' | 'reason'>,
        who = ['', ''],
      ) => [
        criterion.id,
        statistic,
        ...who,
        String(of.n),
        exact(of.value),
        exact(of.lower ?? null),
        exact(of.upper ?? null),
        of.reason ?? '',
      ]
      return [
        row(`alpha_${metric}`, alpha),
        row('raw_agreement', raw),
        ...(withinOne ? [row('within_one', withinOne)] : []),
        ...(gwet ? [row(metric === 'nominal' ? 'gwet_ac1' : 'gwet_ac2', gwet)] : []),
        ...(fleiss ? [row('fleiss_kappa', fleiss)] : []),
        ...(intraclass
          ? [row(`icc_${intraclass.kind}_1`, intraclass.one), row(`icc_${intraclass.kind}_k`, intraclass.mean)]
          : []),
        ...kappas.map(({ first, second, kappa }) =>
          row(weighting === 'identity' ? 'cohen_kappa' : 'cohen_kappa_quadratic', kappa, [first, second]),
        ),
      ]
    },
  )
}
