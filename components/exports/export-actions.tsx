'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Download, Trash2, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/trpc/context'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { ExportView } from '@/server/exports/schema'
import { exportAddress } from './export-address'

interface ExportActionsProps {
  study: string
  view: ExportView
  isWithheld: boolean
}

/** Download a file that is ready, cancel one that is not, delete one that has ended. */
export function ExportActions({ study, view, isWithheld }: ExportActionsProps) {
  const t = useTranslations('exports')
  const { exports } = useTRPC()
  const queryClient = useQueryClient()
  const onSettled = () => queryClient.invalidateQueries({ queryKey: exports.pathKey() })
  const cancel = useMutation(exports.cancel.mutationOptions({ onSettled }))
  const remove = useMutation(exports.delete.mutationOptions({ onSettled }))
  const order = { study, exportId: view.id }
  const file = view.fileName
  if (view.state === 'QUEUED' || view.state === 'RUNNING')
    return (
      <Button
        variant="outline"
        size="sm"
        pending={cancel.isPending}
        onClick={() => cancel.mutate(order)}
        aria-label={t('cancelFile', { file })}
      >
        <X aria-hidden />
        {t('cancel')}
      </Button>
    )
  return (
    <span className="inline-flex items-center gap-1">
      {view.state === 'READY' && !isWithheld ? (
        <Button asChild variant="outline" size="sm">
          <a href={exportAddress(study, view.id)} download aria-label={t('downloadFile', { file })}>
            <Download aria-hidden />
            {t('download')}
          </a>
        </Button>
      ) : null}
      <ConfirmDialog
        trigger={
          <Button variant="ghost" size="sm" aria-label={t('deleteFile', { file })}>
            <Trash2 aria-hidden />
          </Button>
        }
        title={t('deleteTitle')}
        description={t('deleteDescription')}
        confirmLabel={t('delete')}
        destructive
        onConfirm={() => remove.mutateAsync(order)}
      />
    </span>
  )
}
