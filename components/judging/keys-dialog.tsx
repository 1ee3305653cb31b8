'use client'

import { useLocale, useTranslations } from 'next-intl'
import { localeDirection } from '@/components/shell/locale-direction'
import { Button } from '@/components/ui/button'
import { Dialog, DialogBody, DialogContent, DialogHeader, DialogTitle } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { keysOf } from '@/criteria/keys'
import type { Criterion } from '@/criteria/schema'
import { keyList } from './key-list'

/** Arrow keys go where they point, so on a mirrored page the other one means "next". */
const mirrored: Record<string, string> = { '→': '←', '←': '→' }

interface KeysDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  criteria: readonly Criterion[]
  /** Explains the page anew; absent: there is nothing to explain it on. */
  onTour?: () => void
}

type KeyName = Parameters<ReturnType<typeof useTranslations<'judging.entries'>>>[0]

/** All keys of the page: those of the kinds in use, then its own. */
export function KeysDialog({ open, onOpenChange, criteria, onTour }: KeysDialogProps) {
  const t = useTranslations('judging')
  const isMirrored = localeDirection(useLocale()) === 'rtl'
  const ofKind = useTranslations('judging.entries')
  const kinds = [...new Set(criteria.map(criterion => criterion.kind))]
  const lines = [
    ...kinds.flatMap(kind =>
      // That each name is in the catalogue, criteria/keys.test.ts sees to.
      (keysOf(kind)?.list ?? []).map(({ name, keys }) => ({ says: ofKind(`${kind}.keys.${name}` as KeyName), keys })),
    ),
    ...keyList.map(({ command, keys }) => ({ says: t(`commands.${command}`), keys })),
  ]
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent aria-describedby={undefined}>
        <DialogHeader>
          <DialogTitle>{t('commands.keys')}</DialogTitle>
        </DialogHeader>
        <DialogBody>
          <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1.5">
            {lines.map(({ says, keys }) => (
              <div key={says} className="col-span-2 grid grid-cols-subgrid items-center">
                <dt>{says}</dt>
                <dd className="flex justify-end gap-1">
                  {keys.map(key => (
                    <Kbd key={key}>{(isMirrored && mirrored[key]) || key}</Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
          <p className="text-muted-foreground text-sm">{t('keysNote')}</p>
          {onTour ? (
            <Button
              variant="outline"
              className="justify-self-start"
              onClick={() => {
                onOpenChange(false)
                onTour()
              }}
            >
              {t('tour.again')}
            </Button>
          ) : null}
        </DialogBody>
      </DialogContent>
    </Dialog>
  )
}
