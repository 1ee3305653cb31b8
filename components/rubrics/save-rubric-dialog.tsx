'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { FormField } from '@/components/ui/form-field'
import { Spinner } from '@/components/ui/spinner'
import { Textarea } from '@/components/ui/textarea'
import type { RubricPoint } from '@/criteria/checklist/schema'
import { PointChanges } from './point-changes'

interface SaveRubricDialogProps {
  study: string
  itemId: string
  base: number
  points: RubricPoint[]
  onClose: () => void
}

/** Says what a new version changes, and whose judgments go back for it, before it is saved. */
export function SaveRubricDialog({ study, itemId, base, points, onClose }: SaveRubricDialogProps) {
  const t = useTranslations('rubrics.confirm')
  const router = useRouter()
  const { rubrics } = useTRPC().items
  const [message, setMessage] = useState('')
  const { data: effect, error } = useQuery(rubrics.effect.queryOptions({ study, itemId, points }, { gcTime: 0 }))
  const save = useMutation(rubrics.save.mutationOptions())
  const count = effect?.returned.reduce((sum, row) => sum + row.judgments, 0) ?? 0
  return (
    <ConfirmDialog
      open
      onOpenChange={open => !open && onClose()}
      title={t('title', { version: base + 1 })}
      confirmLabel={t('act')}
      onConfirm={async () => {
        const { version, returned } = await save.mutateAsync({ study, itemId, base, points, message })
        toast.success(t('done', { version, returned }))
        router.refresh()
      }}
    >
      {error ? <p className="text-destructive">{error.message}</p> : null}
      {effect ? (
        <div className="grid max-h-[50vh] gap-3 overflow-y-auto">
          <div>
            <h3 className="font-medium">{t('changes')}</h3>
            {effect.changes.length === 0 ? <p>{t('nothing')}</p> : <PointChanges changes={effect.changes} />}
          </div>
          {count > 0 ? (
            <div>
              <p>{t('returned', { count })}</p>
              <ul className="list-disc ps-5">
                {effect.returned.map(row => (
                  <li key={row.annotator}>{t('annotator', { name: row.annotator, judgments: row.judgments })}</li>
                ))}
              </ul>
            </div>
          ) : (
            <p>{t('none')}</p>
          )}
          {effect.drafts > 0 ? <p>{t('drafts', { count: effect.drafts })}</p> : null}
        </div>
      ) : error ? null : (
        <Spinner />
      )}
      {count > 0 ? (
        <FormField label={t('message')} hint={t('messageHint')}>
          <Textarea rows={2} autoGrow value={message} onChange={event => setMessage(event.target.value)} />
        </FormField>
      ) : null}
    </ConfirmDialog>
  )
}
