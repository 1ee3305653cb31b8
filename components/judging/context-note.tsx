'use client'

import { useTranslations } from 'next-intl'
import { Foldable } from '@/components/rendering/foldable'
import { Markdown } from '@/components/rendering/markdown'
import type { BlindedAssignmentData } from '@/server/blinding/schema'

interface ContextNoteProps {
  content: BlindedAssignmentData
  raw: boolean
  isOpen: (part: string) => boolean
  onOpenChange: (part: string, open: boolean) => void
}

/** What to know beside the prompt; nothing where there is no such note. */
export function ContextNote({ content, raw, isOpen, onOpenChange }: ContextNoteProps) {
  const t = useTranslations('judging')
  if (!content.context) return null
  return (
    <section aria-label={t('context')} className="min-w-0 max-w-4xl rounded-md border bg-muted px-3 py-2">
      <h2 className="mb-1 font-medium text-muted-foreground text-xs">{t('context')}</h2>
      <Foldable
        short
        open={isOpen('context')}
        onOpenChange={open => onOpenChange('context', open)}
        label={t('context')}
      >
        <Markdown text={content.context} size="compact" raw={raw} />
      </Foldable>
    </section>
  )
}
