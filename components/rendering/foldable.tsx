'use client'

import { ChevronDown, ChevronUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'

interface FoldableProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Said in the button's name: "Show all of response A". */
  label: string
  /** Folds at about half a screen instead of one and a half. */
  short?: boolean
  children: ReactNode
}

/** Content taller than about one and a half screens is folded. The same height for all, whatever the content. */
export function Foldable({ open, onOpenChange, label, short, children }: FoldableProps) {
  const t = useTranslations('rendering')
  const id = useId()
  const content = useRef<HTMLDivElement>(null)
  const [tall, setTall] = useState(false)

  useEffect(() => {
    const element = content.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      const limit = Number.parseFloat(getComputedStyle(element).getPropertyValue('--fold-height')) || 1400
      setTall(element.scrollHeight > limit * 1.15)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const folded = tall && !open

  // What the Tab key reaches below the fold must be seen.
  useEffect(() => {
    const frame = content.current?.parentElement
    if (!folded || !frame) return
    const openForFocus = (event: FocusEvent) => {
      if (event.target instanceof Element && isBelowFold(frame, event.target)) onOpenChange(true)
    }
    frame.addEventListener('focusin', openForFocus)
    return () => frame.removeEventListener('focusin', openForFocus)
  }, [folded, onOpenChange])

  return (
    <div>
      <div id={id} className={cn('foldable', short && 'foldable-short', folded && 'foldable-folded')}>
        <div ref={content}>{children}</div>
      </div>
      {tall ? (
        <div className="mt-2 flex justify-center">
          <Button
            variant="outline"
            size="sm"
            aria-expanded={open}
            aria-controls={id}
            aria-label={open ? t('foldOf', { label }) : t('showAllOf', { label })}
            onClick={() => onOpenChange(!open)}
          >
            {open ? <ChevronUp aria-hidden /> : <ChevronDown aria-hidden />}
            {open ? t('fold') : t('showAll')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

const isBelowFold = (frame: Element, target: Element) =>
  target.getBoundingClientRect().bottom > frame.getBoundingClientRect().bottom
