import { useTranslations } from 'next-intl'
import { withFilter } from '@/components/results/filter/filter-address'
import { TableDownload } from '@/components/results/table-download'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/page-header'
import { Stat, StatGroup } from '@/components/ui/stat'
import type { CriterionAgreement } from '@/server/results/agreement/criterion-agreement'
import type { MatrixMeasure } from '@/server/results/agreement/matrix-measure'
import { decimals } from '@/server/results/decimals'
import type { ResultFilter } from '@/server/results/filter'
import type { Estimate } from '@/server/statistics/estimate'
import { PairwiseMatrix } from './pairwise-matrix'

interface AgreementViewProps {
  study: string
  agreement: CriterionAgreement[]
  filter: ResultFilter
  measure: MatrixMeasure
}

/** Agreement of the annotators on each criterion of a study. */
export function AgreementView({ study, agreement, filter, measure }: AgreementViewProps) {
  const t = useTranslations('agreement')
  const judged = agreement.filter(one => one.alpha.n > 0)
  const addressOf = (other: MatrixMeasure) =>
    withFilter(`/studies/${study}/results/agreement?${new URLSearchParams({ matrix: other })}`, filter)
  return (
    <>
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <p className="max-w-3xl text-muted-foreground">{t('description')}</p>
        {judged.length > 0 ? (
          <TableDownload
            address={withFilter(`/api/downloads/studies/${encodeURIComponent(study)}/agreement`, filter)}
            label={t('download')}
          />
        ) : null}
      </div>
      {judged.length === 0 ? <EmptyState title={t('noneTitle')} description={t('noneDescription')} /> : null}
      {judged.map(one => (
        <OneCriterion key={one.criterion.id} agreement={one} measure={measure} addressOf={addressOf} />
      ))}
      {judged.length > 0 && judged.length < agreement.length ? (
        <p className="mb-8 text-muted-foreground">
          {t('withoutPairs', {
            criteria: agreement.flatMap(one => (one.alpha.n > 0 ? [] : [one.criterion.label])).join(', '),
          })}
        </p>
      ) : null}
    </>
  )
}

interface OneCriterionProps extends Pick<AgreementViewProps, 'measure'> {
  agreement: CriterionAgreement
  addressOf: (measure: MatrixMeasure) => string
}

function OneCriterion({ agreement, measure, addressOf }: OneCriterionProps) {
  const t = useTranslations('agreement')
  const more = useTranslations('qualityResults')
  const { criterion, metric, alpha, raw, withinOne, gwet, fleiss, intraclass, kappas, pairwise } = agreement
  const estimate = useEstimate()
  const hasKappas = kappas.some(({ kappa }) => kappa.n > 0)
  return (
    <Section
      title={criterion.label}
      description={t('basis', { units: alpha.units, ratings: alpha.n, metric: t(`metric.${metric}`) })}
    >
      <StatGroup>
        <Stat label={t('alpha')} {...estimate(alpha)} />
        <Stat label={t('raw')} {...estimate(raw)} />
        {withinOne ? <Stat label={more('within')} {...estimate(withinOne)} /> : null}
        {gwet ? <Stat label={more(metric === 'nominal' ? 'gwetLabels' : 'gwetRanks')} {...estimate(gwet)} /> : null}
        {fleiss ? (
          <Stat
            label={t('fleiss')}
            value={figure(fleiss.value)}
            hint={fleiss.reason ? t(`reason.${fleiss.reason}`) : undefined}
          />
        ) : null}
        {intraclass ? (
          <>
            <Stat label={intraclass.kind === 2 ? t('iccOne') : more('icc1One')} {...estimate(intraclass.one)} />
            <Stat
              label={intraclass.kind === 2 ? t('iccMean') : more('icc1Mean', { k: alpha.n / alpha.units })}
              {...estimate(intraclass.mean)}
            />
          </>
        ) : null}
      </StatGroup>
      {pairwise.pairs.length > 0 ? (
        <PairwiseMatrix
          agreement={agreement}
          measure={measure === 'kappa' && !hasKappas ? 'alpha' : measure}
          addressOf={addressOf}
        />
      ) : null}
    </Section>
  )
}

const figure = (value: number | null) => decimals(value, 2)

/** A figure with its interval, or why there is none. */
function useEstimate() {
  const t = useTranslations('agreement')
  return ({ value, lower, upper, reason }: Estimate) => ({
    value: figure(value),
    hint:
      lower !== null && upper !== null
        ? t('interval', { lower: figure(lower), upper: figure(upper) })
        : reason
          ? t(`reason.${reason}`)
          : undefined,
  })
}
