'use client'

import { useTranslations } from 'next-intl'
import { Markdown } from '@/components/rendering/markdown'
import { Sheet, SheetBody, SheetContent, SheetHeader, SheetTitle } from '@/components/ui/sheet'
import { formatSteps, toSteps } from '@/criteria/scale/steps'
import type { Criterion } from '@/criteria/schema'

/** What the values or labels of a criterion mean. */
function meaningsOf(criterion: Criterion): { word: string; text: string }[] {
  if (criterion.kind === 'choice')
    return criterion.options.flatMap(({ label, help }) => (help ? [{ word: label, text: help }] : []))
  if (criterion.kind !== 'scale') return []
  return criterion.anchors.map(({ value, text }) => ({
    word: formatSteps(toSteps(value, criterion) ?? 0, criterion),
    text,
  }))
}

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
          {criteria.map(criterion => (
            <section key={criterion.id} className="grid gap-2 border-t pt-4">
              <h3 dir="auto" className="font-semibold">
                {criterion.label}
              </h3>
              {criterion.help ? (
                <p dir="auto" className="text-muted-foreground">
                  {criterion.help}
                </p>
              ) : null}
              {meaningsOf(criterion).length > 0 ? (
                <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
                  {meaningsOf(criterion).map(({ word, text }) => (
                    <div key={word} className="col-span-2 grid grid-cols-subgrid">
                      <dt className="tabular text-end font-semibold">{word}</dt>
                      <dd dir="auto">{text}</dd>
                    </div>
                  ))}
                </dl>
              ) : null}
            </section>
          ))}
        </SheetBody>
      </SheetContent>
    </Sheet>
  )
}
