import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { TableDownload } from '@/components/results/table-download'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/page-header'
import { Stat, StatGroup } from '@/components/ui/stat'
import type { CriterionAgreement } from '@/server/results/agreement/criterion-agreement'
import { decimals } from '@/server/results/decimals'
import type { Estimate } from '@/server/statistics/estimate'
import { KappaMatrix } from './kappa-matrix'

/** Agreement of the annotators on each criterion of a study. */
export function AgreementView({ study, agreement }: { study: string; agreement: CriterionAgreement[] }) {
  const t = useTranslations('agreement')
  const back = (
    <Button asChild variant="ghost">
      <Link href={`/studies/${study}/results`}>{t('toResults')}</Link>
    </Button>
  )
  const judged = agreement.filter(one => one.alpha.n > 0)
  return (
    <>
      <div className="mb-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <p className="max-w-3xl text-muted-foreground">{t('description')}</p>
        <div className="flex flex-wrap gap-2">
          {judged.length > 0 ? (
            <TableDownload
              address={`/api/downloads/studies/${encodeURIComponent(study)}/agreement`}
              label={t('download')}
            />
          ) : null}
          {back}
        </div>
      </div>
      {judged.length === 0 ? <EmptyState title={t('noneTitle')} description={t('noneDescription')} /> : null}
      {judged.map(one => (
        <OneCriterion key={one.criterion.id} agreement={one} />
      ))}
      {judged.length > 0 && judged.length < agreement.length ? (
        <p className="text-muted-foreground">
          {t('withoutPairs', {
            criteria: agreement.flatMap(one => (one.alpha.n > 0 ? [] : [one.criterion.label])).join(', '),
          })}
        </p>
      ) : null}
    </>
  )
}

function OneCriterion({ agreement }: { agreement: CriterionAgreement }) {
  const t = useTranslations('agreement')
  const { criterion, metric, alpha, raw, fleiss, intraclass } = agreement
  const estimate = useEstimate()
  return (
    <Section
      title={criterion.label}
      description={t('basis', { units: alpha.units, ratings: alpha.n, metric: t(`metric.${metric}`) })}
    >
      <StatGroup>
        <Stat label={t('alpha')} {...estimate(alpha)} />
        <Stat label={t('raw')} {...estimate(raw)} />
        {fleiss ? (
          <Stat
            label={t('fleiss')}
            value={figure(fleiss.value)}
            hint={fleiss.reason ? t(`reason.${fleiss.reason}`) : undefined}
          />
        ) : null}
        {intraclass ? <Stat label={t('iccOne')} {...estimate(intraclass.one)} /> : null}
        {intraclass ? <Stat label={t('iccMean')} {...estimate(intraclass.mean)} /> : null}
      </StatGroup>
      {agreement.kappas.length > 0 ? <KappaMatrix agreement={agreement} /> : null}
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
