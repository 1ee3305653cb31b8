'use client'

import { useTranslations } from 'next-intl'
import { NumberControl } from './number-control'
import { OptionalPart } from './optional-part'

/** What happens while the study runs: acceptance in batches, steered comparisons, models that come later. */
export function CourseSection() {
  const t = useTranslations('studyForm.course')
  return (
    <>
      <OptionalPart
        name="protocol.batches"
        label={t('batches')}
        hint={t('batchesHint')}
        start={{ sampleShare: 0.05, sampleMinimum: 5 }}
      >
        {() => (
          <>
            <NumberControl
              name="protocol.batches.sampleShare"
              label={t('sampleShare')}
              hint={t('sampleShareHint')}
              unit="%"
              factor={0.01}
              min={1}
              max={100}
            />
            <NumberControl
              name="protocol.batches.sampleMinimum"
              label={t('sampleMinimum')}
              hint={t('sampleMinimumHint')}
              min={1}
              max={500}
            />
          </>
        )}
      </OptionalPart>
      <OptionalPart
        name="protocol.adaptive"
        label={t('adaptive')}
        hint={t('adaptiveHint')}
        start={{ budget: 1000, floorPerPair: 20 }}
      >
        {() => (
          <>
            <NumberControl name="protocol.adaptive.budget" label={t('budget')} hint={t('budgetHint')} min={1} />
            <NumberControl name="protocol.adaptive.floorPerPair" label={t('floor')} hint={t('floorHint')} min={1} />
          </>
        )}
      </OptionalPart>
      <NumberControl name="protocol.bridgeAnchors" label={t('anchors')} hint={t('anchorsHint')} min={1} max={2} />
    </>
  )
}
