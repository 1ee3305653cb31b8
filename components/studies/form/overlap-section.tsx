'use client'

import { useTranslations } from 'next-intl'
import { NumberControl } from './number-control'

/** How many annotators judge an item, and how many more judge a sample of them. */
export function OverlapSection() {
  const t = useTranslations('studyForm')
  return (
    <>
      <NumberControl
        name="protocol.annotatorsPerItem"
        label={t('overlap.k')}
        hint={t('overlap.kHint')}
        min={1}
        max={50}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <NumberControl
          name="protocol.overlap.share"
          label={t('overlap.share')}
          hint={t('overlap.shareHint')}
          unit="%"
          factor={0.01}
          min={0}
          max={100}
        />
        <NumberControl
          name="protocol.overlap.minimumPerLanguage"
          label={t('overlap.minimum')}
          hint={t('overlap.minimumHint')}
          min={0}
        />
        <NumberControl
          name="protocol.overlap.extraAnnotators"
          label={t('overlap.extra')}
          hint={t('overlap.extraHint')}
          min={0}
          max={50}
        />
      </div>
    </>
  )
}
