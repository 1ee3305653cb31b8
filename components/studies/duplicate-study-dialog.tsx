'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { CheckboxField } from '@/components/ui/checkbox'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import type { StudyHead } from '@/server/studies/queries/get-study'

interface DuplicateStudyDialogProps {
  study: StudyHead
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** A new draft with the same protocol, and with people and items if wanted. */
export function DuplicateStudyDialog({ study, open, onOpenChange }: DuplicateStudyDialogProps) {
  const t = useTranslations('studyActions.duplicate')
  const router = useRouter()
  const duplicate = useMutation(useTRPC().studies.duplicate.mutationOptions())
  const [name, setName] = useState(t('copyOf', { name: study.name }))
  const [withPeople, setWithPeople] = useState(true)
  const [withItems, setWithItems] = useState(false)
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title', { name: study.name })}
      description={t('description')}
      confirmLabel={t('act')}
      onConfirm={async () => {
        const { slug } = await duplicate.mutateAsync({ study: study.id, name, withPeople, withItems })
        toast.success(t('done'))
        router.push(`/studies/${slug}`)
      }}
    >
      <FormField label={t('name')} required>
        <Input value={name} onChange={event => setName(event.target.value)} dir="auto" />
      </FormField>
      <CheckboxField
        label={t('withPeople')}
        hint={t('withPeopleHint')}
        checked={withPeople}
        onCheckedChange={checked => setWithPeople(checked === true)}
      />
      <CheckboxField
        label={t('withItems')}
        hint={t('withItemsHint')}
        checked={withItems}
        onCheckedChange={checked => setWithItems(checked === true)}
      />
    </ConfirmDialog>
  )
}
