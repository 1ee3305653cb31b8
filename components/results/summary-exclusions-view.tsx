import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page-header'
import { Stat, StatGroup } from '@/components/ui/stat'
import type { StudyFlow } from '@/server/quality/queries/get-flow'
import type { ResultFilter } from '@/server/results/filter'
import { MoreLink } from './more-link'

interface SummaryExclusionsViewProps {
  study: string
  filter: ResultFilter
  flow: StudyFlow
}

/** How many judgments were made, how many are left out, and how many of those after the study was closed. */
export function SummaryExclusionsView({ study, filter, flow: { judgments, reasons } }: SummaryExclusionsViewProps) {
  const t = useTranslations('results')
  const postHoc = reasons.reduce((sum, reason) => sum + reason.postHoc, 0)
  return (
    <Section
      title={t('exclusions')}
      description={t('exclusionsDescription')}
      actions={<MoreLink study={study} page="/agreement" filter={filter} label={t('moreExclusions')} />}
    >
      <StatGroup>
        <Stat label={t('madeOrImported')} value={t('count', { count: judgments.submitted })} />
        <Stat
          label={t('leftOut')}
          value={t('count', { count: judgments.excluded })}
          hint={judgments.excluded > 0 ? t('leftOutAfter', { count: postHoc }) : undefined}
          tone={postHoc > 0 ? 'warning' : 'default'}
        />
        <Stat
          label={t('countedJudgmentsOf')}
          value={t('count', { count: judgments.counted })}
          hint={t('countedHint')}
        />
      </StatGroup>
    </Section>
  )
}
