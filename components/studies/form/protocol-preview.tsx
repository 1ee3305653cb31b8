'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { JudgingView } from '@/components/judging/judging-view'
import { usePreviewReveal } from '@/components/judging/use-preview-reveal'
import { cn } from '@/components/ui/class-names'
import type { BlindedAssignmentData } from '@/server/blinding/schema'
import type { JudgmentContent } from '@/server/judgments/schema'
import { sampleItem } from './sample-item'
import { useStudyForm } from './study-form-values'
import { useValidCriteria } from './use-valid-criteria'

interface ProtocolPreviewProps {
  /** An item of the study; null: it has none yet. */
  item: BlindedAssignmentData | null
  className?: string
}

/** The protocol as annotators will see it, while it is being written. What is entered is stored nowhere. */
export function ProtocolPreview({ item, className }: ProtocolPreviewProps) {
  const t = useTranslations('studyForm.live')
  const judging = useTranslations('judging')
  const { control } = useStudyForm()
  const guidelines = useWatch({ control, name: 'protocol.guidelines' })
  const comparison = useWatch({ control, name: 'protocol.comparison' })
  const { valid, left } = useValidCriteria()
  const [value, setValue] = useState<JudgmentContent>({ ratings: [] })
  const inPairs = comparison?.show === 'pairs'
  const shown = useWatch({ control, name: 'protocol.referenceShown' })
  const moment = useWatch({ control, name: 'protocol.referenceMoment' })
  const whole = item
    ? { ...item, responses: inPairs ? item.responses.slice(0, 2) : item.responses }
    : sampleItem(valid, inPairs, (shown?.length ?? 0) > 0)
  const { content, first, lock } = usePreviewReveal(whole, moment ?? 'start')
  return (
    <section aria-label={t('title')} className={cn('flex min-h-0 flex-col gap-2', className)}>
      <p className="text-[0.8125rem] text-muted-foreground">
        {item ? t('ofStudy') : t('sample')} {left > 0 ? t('left', { count: left }) : ''}
      </p>
      <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-lg border bg-background">
        {valid.length > 0 ? (
          <JudgingView
            content={content}
            criteria={valid}
            guidelines={guidelines}
            value={value}
            onChange={setValue}
            first={first}
            onSubmit={lock && (() => lock(value))}
            submitLabel={judging('lock')}
            autoFocus={false}
            ownsPage={false}
          />
        ) : null}
      </div>
    </section>
  )
}
