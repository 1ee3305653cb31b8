'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from './button'

export interface PagerProps {
  pageIndex: number
  pageSize: number
  rowCount: number
  onChange: (pageIndex: number) => void
}

/** "51–100 of 392", one page back, one page on. */
export function Pager({ pageIndex, pageSize, rowCount, onChange }: PagerProps) {
  const t = useTranslations('ui')
  const first = rowCount === 0 ? 0 : pageIndex * pageSize + 1
  const last = Math.min(rowCount, (pageIndex + 1) * pageSize)
  return (
    <nav aria-label={t('pages')} className="flex items-center justify-end gap-2">
      <span aria-live="polite" className="tabular text-muted-foreground">
        {t('rowRange', { first, last, count: rowCount })}
      </span>
      <Button
        variant="outline"
        size="icon"
        aria-label={t('previousPage')}
        disabled={pageIndex === 0}
        onClick={() => onChange(pageIndex - 1)}
      >
        <ChevronLeft aria-hidden className="rtl:rotate-180" />
      </Button>
      <Button
        variant="outline"
        size="icon"
        aria-label={t('nextPage')}
        disabled={last >= rowCount}
        onClick={() => onChange(pageIndex + 1)}
      >
        <ChevronRight aria-hidden className="rtl:rotate-180" />
      </Button>
    </nav>
  )
}
