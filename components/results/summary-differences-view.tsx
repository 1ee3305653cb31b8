import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page-header'
import type { Differences } from '@/server/results/queries/compute-differences'
import type { Computed } from '@/server/results/queries/get-computed'
import { ComputedFrame } from './computed-frame'
import { DifferenceChart } from './difference-chart'
import { MoreLink } from './more-link'
import { type Disclosable, useDisclosed } from './use-disclosed'

interface SummaryDifferencesViewProps {
  study: string
  differences: Computed<Differences>
  facts: Disclosable
}

/** Who is better, and by how much. */
export function SummaryDifferencesView({ study, differences, facts }: SummaryDifferencesViewProps) {
  const t = useTranslations('differences')
  const disclosed = useDisclosed(facts)
  return (
    <Section
      title={t('title')}
      description={t('description')}
      actions={<MoreLink study={study} page="/scores" filter={facts.filter} label={t('more')} />}
    >
      <ComputedFrame computed={differences}>
        {value => (
          <DifferenceChart
            differences={value}
            title={t('title')}
            isTitled
            disclosure={disclosed}
            fileName={`${study}-differences`}
          />
        )}
      </ComputedFrame>
    </Section>
  )
}
