'use client'

import { useTranslations } from 'next-intl'
import { NumberControl } from './number-control'

/** How long an item is reserved, and how long a judgment can be revised. */
export function TimingSection() {
  const t = useTranslations('studyForm')
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <NumberControl
        name="protocol.leaseMinutes"
        label={t('timing.lease')}
        hint={t('timing.leaseHint')}
        unit={t('timing.minutes')}
        min={5}
        max={10080}
        step={5}
      />
      <NumberControl
        name="protocol.revisionHours"
        label={t('timing.revision')}
        hint={t('timing.revisionHint')}
        unit={t('timing.hours')}
        min={0}
        max={720}
      />
    </div>
  )
}
