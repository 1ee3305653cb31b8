'use client'

import { useTranslations } from 'next-intl'
import { Dialog, DialogBody, DialogContent, DialogHeader, DialogTitle } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { keyList } from './keys'

/** All keys of the page. */
export function KeysDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('judging')
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
                    <Kbd key={key}>{key}</Kbd>
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
