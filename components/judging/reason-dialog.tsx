'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
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
import { FormField } from '@/components/ui/form-field'
import { Textarea } from '@/components/ui/textarea'
import { mostReasonCharacters } from '@/criteria/limits'

interface ReasonDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description: string
  label: string
  confirmLabel: string
  /** Reasons that are often right: one press fills the field. */
  suggestions?: string[]
  required?: boolean
  children?: ReactNode
  onConfirm: (reason: string) => void
}

/** Asks for a reason in words. */
export function ReasonDialog({ open, onOpenChange, title, description, ...form }: ReasonDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{title}</DialogTitle>
          <DialogDescription>{description}</DialogDescription>
        </DialogHeader>
        <ReasonForm {...form} />
      </DialogContent>
    </Dialog>
  )
}

function ReasonForm({
  label,
  confirmLabel,
  suggestions = [],
  required = true,
  children,
  onConfirm,
}: Omit<ReasonDialogProps, 'open' | 'onOpenChange' | 'title' | 'description'>) {
  const t = useTranslations('judging')
  const ui = useTranslations('ui')
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()

  function confirm(event: SyntheticEvent) {
    event.preventDefault()
    if (required && reason.trim() === '') return setError(t('reasonMissing'))
    onConfirm(reason.trim())
  }

  return (
    <form method="post" onSubmit={confirm} className="flex min-h-0 flex-col">
      <DialogBody>
        {children}
        {suggestions.length > 0 ? (
          <div className="flex flex-wrap gap-1.5">
            {suggestions.map(suggestion => (
              <Button key={suggestion} variant="outline" size="sm" onClick={() => setReason(suggestion)}>
                {suggestion}
              </Button>
            ))}
          </div>
        ) : null}
        <FormField label={label} error={error} required={required} optional={!required}>
          <Textarea
            autoFocus={!children}
            rows={3}
            dir="auto"
            maxLength={mostReasonCharacters}
            value={reason}
            onChange={event => setReason(event.target.value)}
            onKeyDown={event => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) confirm(event)
            }}
          />
        </FormField>
      </DialogBody>
      <DialogFooter>
        <DialogClose asChild>
          <Button variant="outline">{ui('cancel')}</Button>
        </DialogClose>
        <Button type="submit">{confirmLabel}</Button>
      </DialogFooter>
    </form>
  )
}
