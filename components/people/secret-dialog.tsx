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

interface SecretDialogProps {
  /** Null: closed. */
  secret: string | null
  title: string
  description: string
  onClose: () => void
}

/** A secret for a program, to be copied now: it cannot be shown again. */
export function SecretDialog({ secret, title, description, onClose }: SecretDialogProps) {
  const t = useTranslations('integrations')
  return (
    <Dialog open={secret !== null} onOpenChange={isOpen => (isOpen ? undefined : onClose())}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{title}</DialogTitle>
          <DialogDescription>{description}</DialogDescription>
        </DialogHeader>
        <DialogBody>
          <CopyField value={secret ?? ''} label={t('secret')} />
          <Alert variant="warning">{t('copyNow')}</Alert>
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
