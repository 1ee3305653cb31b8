'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { StudyHead } from '@/server/studies/queries/get-study'

export type SimpleAct = 'open' | 'pause' | 'resume' | 'extend' | 'unblind' | 'archive' | 'restore'

interface LifecycleDialogProps {
  study: StudyHead
  /** Null: closed. */
  act: SimpleAct | null
  onOpenChange: (open: boolean) => void
}

/** Asks before an act that needs nothing but a yes, or a reason. */
export function LifecycleDialog({ study, act, onOpenChange }: LifecycleDialogProps) {
  const t = useTranslations('studyActions')
  const router = useRouter()
  const perform = useLifecycle(study.id)
  if (!act) return null

  async function confirm(reason: string) {
    if (!act) return
    await perform[act](reason)
    toast.success(t(`${act}.done`))
    router.refresh()
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={onOpenChange}
      title={t(`${act}.title`, { name: study.name })}
      description={t(`${act}.description`)}
      confirmLabel={t(`${act}.act`)}
      destructive={act === 'unblind'}
      reason={
        act === 'unblind' || act === 'extend'
          ? { label: t('unblind.reason'), hint: t(`${act}.reasonHint`), minLength: 10 }
          : undefined
      }
      onConfirm={confirm}
    />
  )
}

function useLifecycle(study: string): Record<SimpleAct, (reason: string) => Promise<unknown>> {
  const { lifecycle } = useTRPC().studies
  const open = useMutation(lifecycle.open.mutationOptions())
  const pause = useMutation(lifecycle.pause.mutationOptions())
  const resume = useMutation(lifecycle.resume.mutationOptions())
  const unblind = useMutation(lifecycle.unblind.mutationOptions())
  const extend = useMutation(lifecycle.extend.mutationOptions())
  const archive = useMutation(lifecycle.archive.mutationOptions())
  const restore = useMutation(lifecycle.restore.mutationOptions())
  return {
    open: () => open.mutateAsync({ study }),
    pause: () => pause.mutateAsync({ study }),
    resume: () => resume.mutateAsync({ study }),
    unblind: reason => unblind.mutateAsync({ study, reason }),
    extend: reason => extend.mutateAsync({ study, reason }),
    archive: () => archive.mutateAsync({ study }),
    restore: () => restore.mutateAsync({ study }),
  }
}
