import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page-header'
import { Stat, StatGroup } from '@/components/ui/stat'
import type { StudyFacts } from '@/server/results/queries/score-rows'
import type { StudyState } from '@/server/studies/schema'
import { ImportLink } from './results-frame'

/** How much the results rest on. */
export function SummaryBasis({ study, facts }: { study: { slug: string; state: StudyState }; facts: StudyFacts }) {
  const t = useTranslations('results')
  return (
    <Section title={t('basis')} actions={<ImportLink study={study} />}>
      <StatGroup>
        <Stat label={t('live')} value={t('count', { count: facts.live })} />
        <Stat label={t('recorded')} value={t('count', { count: facts.recorded })} hint={t('recordedHint')} />
        <Stat label={t('annotators')} value={t('count', { count: facts.annotators })} />
        <Stat label={t('shared')} value={t('count', { count: facts.sharedResponses })} hint={t('sharedHint')} />
      </StatGroup>
    </Section>
  )
}
