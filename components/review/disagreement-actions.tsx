'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { DisagreementRow } from '@/server/adjudication/queries/list-disagreements'

/** Leaves an item as it is, with a reason, or puts it back into the queue. */
export function DisagreementActions({ study, row }: { study: string; row: DisagreementRow }) {
  const t = useTranslations('disagreements')
  const router = useRouter()
  const { adjudication } = useTRPC()
  const dismiss = useMutation(adjudication.dismiss.mutationOptions())
  const reopen = useMutation(adjudication.reopen.mutationOptions())
  const item = row.externalId
  if (row.state === 'decided') return null
  if (row.state === 'dismissed')
    return (
      <ConfirmDialog
        trigger={
          <Button variant="outline" size="sm">
            {t('reopen.act')}
          </Button>
        }
        title={t('reopen.title', { item })}
        description={t('reopen.description')}
        confirmLabel={t('reopen.act')}
        onConfirm={async () => {
          await reopen.mutateAsync({ study, disagreement: row.id })
          toast.success(t('reopen.done'))
          router.refresh()
        }}
      />
    )
  return (
    <ConfirmDialog
      trigger={
        <Button variant="outline" size="sm">
          {t('dismiss.act')}
        </Button>
      }
      title={t('dismiss.title', { item })}
      description={t('dismiss.description')}
      confirmLabel={t('dismiss.act')}
      reason={{ label: t('dismiss.reason'), hint: t('dismiss.hint') }}
      onConfirm={async reason => {
        await dismiss.mutateAsync({ study, disagreement: row.id, reason })
        toast.success(t('dismiss.done'))
        router.refresh()
      }}
    />
  )
}
