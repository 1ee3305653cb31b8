'use client'

import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { CopyField } from '@/components/ui/copy-button'
import {
  Dialog,
  DialogBody,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog'

interface LinkDialogProps {
  /** Null: closed. */
  link: string | null
  title: string
  description: string
  onClose: () => void
}

/** A secret link, to be copied now: it is not stored and cannot be shown again. */
export function LinkDialog({ link, title, description, onClose }: LinkDialogProps) {
  const t = useTranslations('people')
  return (
    <Dialog open={link !== null} onOpenChange={isOpen => (isOpen ? undefined : onClose())}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{title}</DialogTitle>
          <DialogDescription>{description}</DialogDescription>
        </DialogHeader>
        <DialogBody>
          <CopyField value={link ?? ''} label={t('link')} />
          <Alert variant="warning">{t('linkShownOnce')}</Alert>
        </DialogBody>
        <DialogFooter>
          <DialogClose asChild>
            <Button>{t('done')}</Button>
          </DialogClose>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}
