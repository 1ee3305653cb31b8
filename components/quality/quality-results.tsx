import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page-header'
import type { Care } from '@/server/quality/queries/get-annotator-care'
import type { StudyFlow } from '@/server/quality/queries/get-flow'
import type { PositionAudit } from '@/server/quality/queries/get-position-audit'
import { CareTable } from './care-table'
import { FlowView } from './flow-view'
import { PositionView } from './position-view'
import { RepeatsTable } from './repeats-table'

interface QualityResultsProps {
  care: Care
  audit: PositionAudit
  flow: StudyFlow
}

/** What a reader of results wants to know of how they came about. Nothing by model while the study is sealed. */
export function QualityResults({ care, audit, flow }: QualityResultsProps) {
  const t = useTranslations('qualityResults')
  return (
    <>
      <Section title={t('repeats')} description={t('repeatsDescription')}>
        <RepeatsTable repeats={care.repeats} />
      </Section>
      <Section title={t('care')} description={t('careDescription', { threshold: care.threshold })}>
        <CareTable care={care} />
      </Section>
      <Section title={t('position')} description={t('positionDescription')}>
        <PositionView audit={audit} />
      </Section>
      <Section title={t('blinding')}>
        <p className="max-w-3xl text-pretty text-muted-foreground">{t('blindingNone')}</p>
      </Section>
      <Section title={t('flow')} description={t('flowDescription')}>
        <FlowView flow={flow} />
      </Section>
    </>
  )
}
