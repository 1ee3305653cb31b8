'use client'

import { useLocale, useTranslations } from 'next-intl'
import { localeDirection } from '@/components/shell/locale-direction'
import { Dialog, DialogBody, DialogContent, DialogHeader, DialogTitle } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { keyList } from './keys'

/** Arrow keys go where they point, so on a mirrored page the other one means "next". */
const mirrored: Record<string, string> = { '→': '←', '←': '→' }

/** All keys of the page. */
export function KeysDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('judging')
  const isMirrored = localeDirection(useLocale()) === 'rtl'
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent aria-describedby={undefined}>
        <DialogHeader>
          <DialogTitle>{t('commands.keys')}</DialogTitle>
        </DialogHeader>
        <DialogBody>
          <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-1.5">
            {keyList.map(({ command, keys }) => (
              <div key={command} className="col-span-2 grid grid-cols-subgrid items-center">
                <dt>{t(`commands.${command}`)}</dt>
                <dd className="flex justify-end gap-1">
                  {keys.map(key => (
                    <Kbd key={key}>{(isMirrored && mirrored[key]) || key}</Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
          <p className="text-muted-foreground text-sm">{t('keysNote')}</p>
        </DialogBody>
      </DialogContent>
    </Dialog>
  )
}
