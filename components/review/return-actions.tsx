'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { JudgmentReturnView, ReviewedJudgmentView } from '@/server/review/queries/get-reviewed-judgment'

interface ReturnActionsProps {
  study: string
  judgment: Pick<ReviewedJudgmentView, 'id' | 'annotator'>
  /** The return that waits for its annotator. */
  open: JudgmentReturnView | null
}

/** Gives a judgment back with a message, or takes that back. */
export function ReturnActions({ study, judgment, open }: ReturnActionsProps) {
  const t = useTranslations('reviewJudgments')
  const router = useRouter()
  const { review } = useTRPC()
  const give = useMutation(review.returnJudgment.mutationOptions())
  const withdraw = useMutation(review.withdrawReturn.mutationOptions())
  return (
    <div className="flex flex-wrap gap-2">
      {open ? (
        <ConfirmDialog
          trigger={<Button variant="outline">{t('withdraw.act')}</Button>}
          title={t('withdraw.title')}
          description={t('withdraw.description')}
          confirmLabel={t('withdraw.act')}
          onConfirm={async () => {
            await withdraw.mutateAsync({ study, returned: open.id })
            toast.success(t('withdraw.done'))
            router.refresh()
          }}
        />
      ) : null}
      {open?.kind === 'REVIEW' ? null : (
        <ConfirmDialog
          trigger={<Button>{t('return.act')}</Button>}
          title={t('return.title')}
          description={t('return.description', { name: judgment.annotator })}
          confirmLabel={t('return.act')}
          reason={{ label: t('return.message'), hint: t('return.hint'), minLength: 10 }}
          onConfirm={async message => {
            await give.mutateAsync({ study, judgment: judgment.id, message })
            toast.success(t('return.done'))
            router.refresh()
          }}
        />
      )}
    </div>
  )
}
