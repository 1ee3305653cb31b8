'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Popover, PopoverAnchor, PopoverContent } from '@/components/ui/popover'
import type { JudgedItem } from './judged-item'
import { enteredCount, tourSteps } from './tour-steps'

interface TourProps {
  panel: RefObject<HTMLElement | null>
  item: JudgedItem
  slotCount: number
  current: number
  onEnd: () => void
}

/**
 * The page explained at its own parts, one after the other. Everything stays usable meanwhile, and doing what a step
 * tells is as good as its button.
 */
export function Tour({ panel, item, slotCount, current, onEnd }: TourProps) {
  const t = useTranslations('judging.tour')
  const steps = tourSteps(item, slotCount)
  const [index, setIndex] = useState(0)
  const [since, setSince] = useState({ entered: enteredCount(item, slotCount), current })
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const step = steps[Math.min(index, steps.length - 1)]
  const isLast = index >= steps.length - 1

  function goTo(next: number) {
    if (next >= steps.length) return onEnd()
    setIndex(next)
    setSince({ entered: enteredCount(item, slotCount), current })
  }

  const isDone =
    (step?.says === 'enter' && enteredCount(item, slotCount) > since.entered) ||
    (step?.says === 'others' && current !== since.current)
  if (isDone) goTo(index + 1)

  const at = step?.at
  const above = step?.above
  useEffect(() => {
    const find = (selector = 'none') =>
      [...(panel.current?.querySelectorAll<HTMLElement>(selector) ?? [])].find(
        element => element.getClientRects().length > 0,
      ) ?? panel.current
    const shown = find(at)
    shown?.scrollIntoView({ block: 'nearest' })
    shown?.setAttribute('data-toured', '')
    setAnchor(above ? find(above) : shown)
    return () => shown?.removeAttribute('data-toured')
  }, [panel, at, above])

  if (!anchor || !step) return null
  return (
    <Popover open>
      <PopoverAnchor virtualRef={{ current: anchor }} />
      <PopoverContent
        // Not a dialog: the page's keys stay in force.
        role="region"
        aria-label={t('title')}
        side="top"
        className="grid w-80 gap-3"
        onOpenAutoFocus={event => {
          event.preventDefault()
          button.current?.focus({ preventScroll: true })
        }}
        onCloseAutoFocus={event => event.preventDefault()}
        onInteractOutside={event => event.preventDefault()}
        onEscapeKeyDown={event => {
          if (!button.current?.parentElement?.parentElement?.contains(document.activeElement)) event.preventDefault()
          else onEnd()
        }}
      >
        <div className="flex items-start gap-2">
          <p aria-live="polite" className="min-w-0 flex-1">
            {step.says === 'enter' ? t(`enter.${step.kind}`) : t(step.says)}
          </p>
          <Button variant="ghost" size="icon-sm" aria-label={t('end')} title={t('end')} onClick={onEnd}>
            <X aria-hidden />
          </Button>
        </div>
        <div className="flex items-center gap-1.5">
          <span className="tabular flex-1 text-muted-foreground text-xs">
            {t('step', { step: index + 1, steps: steps.length })}
          </span>
          {index > 0 ? (
            <Button variant="ghost" size="sm" onClick={() => goTo(index - 1)}>
              {t('back')}
            </Button>
          ) : null}
          <Button ref={button} size="sm" onClick={() => goTo(index + 1)}>
            {isLast ? t('done') : t('next')}
          </Button>
        </div>
      </PopoverContent>
    </Popover>
  )
}
