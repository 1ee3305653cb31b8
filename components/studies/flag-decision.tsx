'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { StudyFlag } from '@/server/studies/queries/list-flags'

/** Resolves a flag with a word on what was decided, or opens it again. */
export function FlagDecision({ study, flag }: { study: string; flag: StudyFlag }) {
  const t = useTranslations('studyFlags')
  const router = useRouter()
  const { flags } = useTRPC().studies
  const resolve = useMutation(flags.resolve.mutationOptions())
  const reopen = useMutation(flags.reopen.mutationOptions())
  if (flag.resolvedAt)
    return (
      <ConfirmDialog
        trigger={
          <Button variant="outline" size="sm">
            {t('reopen.act')}
          </Button>
        }
        title={t('reopen.title', { item: flag.externalId })}
        description={t('reopen.description')}
        confirmLabel={t('reopen.act')}
        onConfirm={async () => {
          await reopen.mutateAsync({ study, flagId: flag.id })
          toast.success(t('reopen.done'))
          router.refresh()
        }}
      />
    )
  return (
    <ConfirmDialog
      trigger={
        <Button variant="outline" size="sm">
          {t('resolve.act')}
        </Button>
      }
      title={t('resolve.title', { item: flag.externalId })}
      description={t('resolve.description')}
      confirmLabel={t('resolve.act')}
      reason={{ label: t('resolve.note'), hint: t('resolve.noteHint') }}
      onConfirm={async resolution => {
        await resolve.mutateAsync({ study, flagId: flag.id, resolution })
        toast.success(t('resolve.done'))
        router.refresh()
      }}
    />
  )
}
