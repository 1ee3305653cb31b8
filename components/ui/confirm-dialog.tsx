'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { useRefusalText } from '@/components/trpc/use-refusal-text'
import { Alert } from './alert'
import {
  AlertDialog,
  AlertDialogBody,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogHeader,
  AlertDialogTitle,
  AlertDialogTrigger,
} from './alert-dialog'
import { Button } from './button'
import { FormField } from './form-field'
import { Textarea } from './textarea'

export interface ConfirmDialogProps {
  /** The button that opens it; without one, give `open` and `onOpenChange`. */
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  title: ReactNode
  description?: ReactNode
  confirmLabel: string
  cancelLabel?: string
  destructive?: boolean
  /** Asks for a reason, without which it cannot be confirmed. */
  reason?: { label: string; hint?: string; minLength?: number }
  children?: ReactNode
  /** Closes when it resolves; when it throws, stays open and shows the error's message. */
  onConfirm: (reason: string) => Promise<unknown>
}

/** Asks before something is lost or cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { trigger, open, onOpenChange, title, description } = props
  const [ownOpen, setOwnOpen] = useState(false)
  const isOpen = open ?? ownOpen
  const changeOpen = (next: boolean) => {
    setOwnOpen(next)
    onOpenChange?.(next)
  }
  return (
    <AlertDialog open={isOpen} onOpenChange={changeOpen}>
      {trigger ? <AlertDialogTrigger asChild>{trigger}</AlertDialogTrigger> : null}
      <AlertDialogContent {...(description ? {} : { 'aria-describedby': undefined })}>
        <AlertDialogHeader>
          <AlertDialogTitle>{title}</AlertDialogTitle>
          {description ? <AlertDialogDescription>{description}</AlertDialogDescription> : null}
        </AlertDialogHeader>
        <ConfirmForm {...props} onDone={() => changeOpen(false)} />
      </AlertDialogContent>
    </AlertDialog>
  )
}

// Its own component, so that what was typed is gone when the dialog is opened again.
function ConfirmForm(props: ConfirmDialogProps & { onDone: () => void }) {
  const { confirmLabel, cancelLabel, destructive, reason, children, onConfirm, onDone } = props
  const t = useTranslations('ui')
  const refusalText = useRefusalText({ withDetail: true })
  const [text, setText] = useState('')
  const [isPending, setIsPending] = useState(false)
  const [reasonError, setReasonError] = useState<string>()
  const [failure, setFailure] = useState<string>()

  async function confirm(event: SyntheticEvent) {
    event.preventDefault()
    // A dialog opened from inside a form would submit that form, too: React bubbles through portals.
    event.stopPropagation()
    const least = reason?.minLength ?? 3
    if (reason && text.trim().length < least) return setReasonError(t('reasonTooShort', { count: least }))
    setIsPending(true)
    setFailure(undefined)
    try {
      await onConfirm(text.trim())
      onDone()
    } catch (error) {
      setFailure(refusalText(error))
    } finally {
      setIsPending(false)
    }
  }

  return (
    <form method="post" onSubmit={confirm} className="flex min-h-0 flex-col">
      {children || reason || failure ? (
        <AlertDialogBody>
          {children}
          {reason ? (
            <FormField label={reason.label} hint={reason.hint} error={reasonError} required>
              <Textarea rows={3} value={text} onChange={event => setText(event.target.value)} />
            </FormField>
          ) : null}
          {failure ? <Alert variant="destructive">{failure}</Alert> : null}
        </AlertDialogBody>
      ) : null}
      <AlertDialogFooter>
        <AlertDialogCancel>{cancelLabel ?? t('cancel')}</AlertDialogCancel>
        <Button type="submit" variant={destructive ? 'destructive' : 'default'} pending={isPending}>
          {confirmLabel}
        </Button>
      </AlertDialogFooter>
    </form>
  )
}
