'use client'

import { useTranslations } from 'next-intl'
import { Markdown } from '@/components/rendering/markdown'
import { Sheet, SheetBody, SheetContent, SheetHeader, SheetTitle } from '@/components/ui/sheet'
import { formatSteps, toSteps } from '@/criteria/scale/steps'
import type { Criterion } from '@/criteria/schema'
import { scalesOf } from './ratings'

interface GuidelinesSheetProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  guidelines: string
  criteria: Criterion[]
}

/** The guidelines of the study and what each score means. */
export function GuidelinesSheet({ open, onOpenChange, guidelines, criteria }: GuidelinesSheetProps) {
  const t = useTranslations('judging')
  return (
    <Sheet open={open} onOpenChange={onOpenChange}>
      <SheetContent size="lg" aria-describedby={undefined}>
        <SheetHeader>
          <SheetTitle>{t('commands.guidelines')}</SheetTitle>
        </SheetHeader>
        <SheetBody>
          {guidelines.trim() ? <Markdown text={guidelines} size="compact" /> : <p>{t('noGuidelines')}</p>}
          {scalesOf(criteria).map(scale => (
            <section key={scale.id} className="grid gap-2 border-t pt-4">
              <h3 className="font-semibold">{scale.label}</h3>
              {scale.help ? (
                <p dir="auto" className="text-muted-foreground">
                  {scale.help}
                </p>
              ) : null}
              <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
                {scale.anchors.map(anchor => (
                  <div key={anchor.value} className="col-span-2 grid grid-cols-subgrid">
                    <dt className="tabular text-end font-semibold">
                      {formatSteps(toSteps(anchor.value, scale) ?? 0, scale)}
                    </dt>
                    <dd dir="auto">{anchor.text}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </SheetBody>
      </SheetContent>
    </Sheet>
  )
}
