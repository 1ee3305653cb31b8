'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { ImportView } from '@/server/items/queries/imports'
import { stopUpload } from './store'

interface ImportActionsProps {
  study: string
  slug: string
  view: ImportView
  isDraft: boolean
}

const endable = new Set(['UPLOADING', 'CHECKING', 'CHECKED', 'IMPORTING'])

/** Cancel what is not done; take back what is, while the study is a draft. */
export function ImportActions({ study, view, isDraft }: ImportActionsProps) {
  const t = useTranslations('imports')
  const router = useRouter()
  const { imports } = useTRPC().items
  const queryClient = useQueryClient()
  const cancel = useMutation(imports.cancel.mutationOptions())
  const undo = useMutation(imports.undo.mutationOptions())
  const order = { study, importId: view.id }
  const refresh = () => queryClient.invalidateQueries({ queryKey: imports.pathKey() })

  return (
    <div className="ms-auto">
      {endable.has(view.state) ? (
        <ConfirmDialog
          trigger={
            <Button variant="outline" size="sm">
              {t('actions.cancel')}
            </Button>
          }
          title={t('actions.cancelTitle')}
          description={t('actions.cancelText')}
          confirmLabel={t('actions.cancel')}
          cancelLabel={t('actions.keep')}
          destructive
          onConfirm={async () => {
            stopUpload(view.id)
            await cancel.mutateAsync(order)
            await refresh()
          }}
        />
      ) : null}
      {view.state === 'DONE' && isDraft && view.summary ? (
        <ConfirmDialog
          trigger={
            <Button variant="outline" size="sm">
              {t('actions.undo')}
            </Button>
          }
          title={t('actions.undoTitle')}
          description={t('actions.undoText', {
            items: view.summary.items.new,
            responses: view.summary.responses.new,
          })}
          confirmLabel={t('actions.undo')}
          cancelLabel={t('actions.keep')}
          destructive
          onConfirm={async () => {
            await undo.mutateAsync(order)
            await refresh()
            toast.success(t('actions.undone'))
            router.refresh()
          }}
        />
      ) : null}
    </div>
  )
}
