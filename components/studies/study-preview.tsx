'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { JudgingView } from '@/components/judging/judging-view'
import { usePreviewReveal } from '@/components/judging/use-preview-reveal'
import { Alert } from '@/components/ui/alert'
import { Badge } from '@/components/ui/badge'
import { buttonClasses } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import type { JudgmentContent } from '@/server/judgments/schema'
import { chooseGuidelines } from '@/server/studies/choose-guidelines'
import type { ItemPreview } from '@/server/studies/queries/preview-item'

/** An item on the annotator's own screen; scores can be tried, and are stored nowhere. */
export function StudyPreview({ slug, preview }: { slug: string; preview: ItemPreview }) {
  const t = useTranslations('studyPreview')
  const { number, count } = preview
  const at = (other: number) => `/studies/${slug}/preview?number=${other}`
  const step = (other: number, label: string, Icon: typeof ChevronLeft) => {
    const classes = buttonClasses({ variant: 'outline', size: 'icon-sm' })
    const icon = <Icon aria-hidden className="rtl:rotate-180" />
    return other < 1 || other > count ? (
      <span aria-hidden className={cn(classes, 'opacity-50')}>
        {icon}
      </span>
    ) : (
      <Link href={at(other)} aria-label={label} className={classes}>
        {icon}
      </Link>
    )
  }
  return (
    <div className="grid gap-3">
      <Alert title={t('title')}>{t('description')}</Alert>
      <div className="flex flex-wrap items-center gap-2">
        {step(number - 1, t('previous'), ChevronLeft)}
        {step(number + 1, t('next'), ChevronRight)}
        <span className="tabular">{t('position', { number, count })}</span>
        <Badge variant="muted">{preview.externalId}</Badge>
      </div>
      <PreviewedItem key={preview.content.id} preview={preview} />
    </div>
  )
}

function PreviewedItem({ preview }: { preview: ItemPreview }) {
  const t = useTranslations('judging')
  const { protocol } = preview
  const { content, first, lock } = usePreviewReveal(preview.content, protocol.referenceMoment)
  const [value, setValue] = useState<JudgmentContent>({ ratings: [] })
  return (
    <div className="flex h-[calc(100dvh-10rem)] min-h-120 flex-col overflow-hidden rounded-lg border">
      <JudgingView
        content={content}
        criteria={protocol.criteria}
        guidelines={chooseGuidelines(protocol, useLocale())}
        value={value}
        onChange={setValue}
        first={first}
        onSubmit={lock && (() => lock(value))}
        submitLabel={t('lock')}
        autoFocus={false}
      />
    </div>
  )
}
