'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { useRefusalText } from '@/components/trpc/use-refusal-text'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import type { Datasheet } from '@/server/exports/schema'
import { datasheetFields } from './datasheet-fields'

interface DatasheetDialogProps {
  study: string
  datasheet: Datasheet
  open: boolean
  onOpenChange: (open: boolean) => void
  onSaved: (datasheet: Datasheet) => void
}

const hints = {
  recruitment: 'recruitmentHint',
  ethics: 'ethicsHint',
  sources: 'sourcesHint',
  licence: 'licenceHint',
} as const
const hintOf = (field: keyof Datasheet) => (field in hints ? hints[field as keyof typeof hints] : null)
const most: Partial<Record<keyof Datasheet, number>> = { licence: 200, contact: 500 }

/** Words for the datasheet, the card and the citation of a study. */
export function DatasheetDialog({ open, onOpenChange, ...form }: DatasheetDialogProps) {
  const t = useTranslations('exports.datasheet')
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent size="lg">
        <DialogHeader>
          <DialogTitle>{t('title')}</DialogTitle>
          <DialogDescription>{t('description')}</DialogDescription>
        </DialogHeader>
        <DatasheetForm {...form} onClose={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  )
}

type DatasheetFormProps = Omit<DatasheetDialogProps, 'open' | 'onOpenChange'> & { onClose: () => void }

function DatasheetForm({ study, datasheet, onSaved, onClose }: DatasheetFormProps) {
  const t = useTranslations('exports.datasheet')
  const refusalText = useRefusalText({ withDetail: true })
  const save = useMutation(useTRPC().exports.saveDatasheet.mutationOptions())
  const [entered, setEntered] = useState(datasheet)

  async function submit(event: FormEvent) {
    event.preventDefault()
    await save.mutateAsync({ study, ...entered })
    toast.success(t('saved'))
    onSaved(entered)
    onClose()
  }

  return (
    <form onSubmit={event => submit(event).catch(() => undefined)} className="contents">
      <DialogBody className="grid gap-4">
        {save.error ? <Alert variant="destructive">{refusalText(save.error)}</Alert> : null}
        {datasheetFields.map(field => {
          const hint = hintOf(field)
          const Control = field === 'licence' || field === 'contact' ? Input : Textarea
          return (
            <FormField key={field} label={t(field)} hint={hint ? t(hint) : undefined}>
              <Control
                value={entered[field]}
                maxLength={most[field] ?? 5000}
                onChange={event => setEntered({ ...entered, [field]: event.target.value })}
              />
            </FormField>
          )
        })}
      </DialogBody>
      <DialogFooter>
        <Button type="button" variant="outline" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" pending={save.isPending}>
          {t('save')}
        </Button>
      </DialogFooter>
    </form>
  )
}
