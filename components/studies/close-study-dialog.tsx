'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { Alert } from '@/components/ui/alert'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Spinner } from '@/components/ui/spinner'
import type { StudyHead } from '@/server/studies/queries/get-study'

interface CloseStudyDialogProps {
  study: StudyHead
  open: boolean
  onOpenChange: (open: boolean) => void
}

const kinds = ['openPlaces', 'drafts', 'openFlags', 'itemsWithoutJudgment'] as const

/** Closing cannot be taken back: says first what would be left undone. */
export function CloseStudyDialog({ study, open, onOpenChange }: CloseStudyDialogProps) {
  const t = useTranslations('studyActions')
  const router = useRouter()
  const { lifecycle } = useTRPC().studies
  const close = useMutation(lifecycle.close.mutationOptions())
  const unfinished = useQuery(lifecycle.unfinished.queryOptions({ study: study.id }, { enabled: open, staleTime: 0 }))
  const left = kinds.filter(kind => (unfinished.data?.[kind] ?? 0) > 0)
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('close.title', { name: study.name })}
      description={t('close.description')}
      confirmLabel={t(left.length > 0 ? 'close.actAnyway' : 'close.act')}
      destructive
      onConfirm={async () => {
        // What was shown is what is accepted: unknown work is refused by the server.
        await close.mutateAsync({ study: study.id, acceptUnfinished: left.length > 0 })
        toast.success(t('close.done'))
        router.refresh()
      }}
    >
      {unfinished.isPending ? <Spinner label={t('close.counting')} /> : null}
      {unfinished.data && left.length === 0 ? <Alert variant="success">{t('close.nothingLeft')}</Alert> : null}
      {unfinished.data && left.length > 0 ? (
        <Alert variant="warning" title={t('close.left')}>
          <ul className="list-disc ps-4">
            {left.map(kind => (
              <li key={kind}>{t(`close.${kind}`, { count: unfinished.data[kind] })}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
    </ConfirmDialog>
  )
}
