'use client'

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

export interface ShownOnceDialogProps {
  /** Null: closed. */
  value: string | null
  /** Of the value. */
  label: string
  /** Why it is to be copied now. */
  warning: string
  /** Of the button that closes. */
  done: string
  title: string
  description: string
  onClose: () => void
}

/** Something secret, to be copied now: it cannot be shown again. */
export function ShownOnceDialog({ value, label, warning, done, title, description, onClose }: ShownOnceDialogProps) {
  return (
    <Dialog open={value !== null} onOpenChange={isOpen => (isOpen ? undefined : onClose())}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{title}</DialogTitle>
          <DialogDescription>{description}</DialogDescription>
        </DialogHeader>
        <DialogBody>
          <CopyField value={value ?? ''} label={label} />
          <Alert variant="warning">{warning}</Alert>
        </DialogBody>
        <DialogFooter>
          <DialogClose asChild>
            <Button>{done}</Button>
          </DialogClose>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}
