'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import type { JudgedItem } from './judged-item'

interface PanelFooterProps {
  tools: ReactNode
  status?: ReactNode
  actions?: ReactNode
  item: JudgedItem
  readOnly: boolean
  submitLabel?: string
  /** Absent: there is nothing to submit. */
  onSubmit?: () => void
}

/** The last line of the page: the switches of the view, the state of saving, and the way on. */
export function PanelFooter({ tools, status, actions, item, readOnly, submitLabel, onSubmit }: PanelFooterProps) {
  const t = useTranslations('judging')
  const { done, count, of } = item.progress
  return (
    <footer className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t bg-sidebar px-3 py-1.5">
      {tools}
      <div className="flex min-w-0 flex-1 items-center gap-3">{status}</div>
      <div className="ms-auto flex flex-wrap items-center justify-end gap-1.5">
        {readOnly || count === 0 ? null : (
          <span className="tabular whitespace-nowrap text-[0.8125rem] text-muted-foreground max-sm:hidden">
            {of === 'responses' ? t('scoredCount', { scored: done, count }) : t('answeredCount', { done, count })}
          </span>
        )}
        {actions}
        {onSubmit && !readOnly ? (
          <Button
            data-tour="submit"
            variant={item.problems.length > 0 ? 'secondary' : 'default'}
            onClick={onSubmit}
            title={t('withKey', { label: t('commands.submit'), key: 'Ctrl / ⌘ + Enter' })}
          >
            {submitLabel ?? t('submit')}
          </Button>
        ) : null}
      </div>
    </footer>
  )
}
