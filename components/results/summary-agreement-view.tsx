import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page-header'
import { Stat, StatGroup } from '@/components/ui/stat'
import type { CriterionAgreement } from '@/server/results/agreement/criterion-agreement'
import { decimals } from '@/server/results/decimals'
import type { ResultFilter } from '@/server/results/filter'
import type { Computed } from '@/server/results/queries/get-computed'
import { ComputedFrame } from './computed-frame'
import { MoreLink } from './more-link'

interface SummaryAgreementViewProps {
  study: string
  filter: ResultFilter
  agreement: Computed<CriterionAgreement[]>
}

/** α of each criterion that several annotators judged. */
export function SummaryAgreementView({ study, filter, agreement }: SummaryAgreementViewProps) {
  const t = useTranslations('results')
  return (
    <Section
      title={t('agreement')}
      actions={<MoreLink study={study} page="/agreement" filter={filter} label={t('moreAgreement')} />}
    >
      <ComputedFrame computed={agreement}>{value => <Alphas agreement={value} />}</ComputedFrame>
    </Section>
  )
}

function Alphas({ agreement }: { agreement: readonly CriterionAgreement[] }) {
  const t = useTranslations('results')
  const reasons = useTranslations('agreement')
  const judged = agreement.filter(one => one.alpha.n > 0)
  if (judged.length === 0) return <p className="text-muted-foreground">{t('agreementNone')}</p>
  return (
    <>
      <p className="text-muted-foreground">{t('agreementHow')}</p>
      <StatGroup>
        {judged.map(({ criterion, alpha }) => (
          <Stat
            key={criterion.id}
            label={<bdi>{criterion.label}</bdi>}
            value={<bdi dir="ltr">α = {decimals(alpha.value, 2)}</bdi>}
            hint={
              alpha.lower !== null && alpha.upper !== null
                ? t('agreementInterval', {
                    lower: decimals(alpha.lower, 2),
                    upper: decimals(alpha.upper, 2),
                    units: alpha.units,
                  })
                : alpha.reason
                  ? reasons(`reason.${alpha.reason}`)
                  : undefined
            }
          />
        ))}
      </StatGroup>
    </>
  )
}
