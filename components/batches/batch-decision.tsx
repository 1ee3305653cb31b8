'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { BatchSummary } from '@/server/batches/queries/list-batches'

const acts = { ACCEPTED: 'accept', REJECTED: 'reject', OPEN: 'reopen' } as const

interface BatchDecisionProps {
  study: string
  batch: Pick<BatchSummary, 'userId' | 'day' | 'state'>
}

/** Accept, reject, or take a decision back; each with a reason. */
export function BatchDecision({ study, batch: { userId, day, state } }: BatchDecisionProps) {
  const t = useTranslations('batches')
  const router = useRouter()
  const decide = useMutation(useTRPC().batches.decide.mutationOptions())
  const others = (['ACCEPTED', 'REJECTED', 'OPEN'] as const).filter(decision => decision !== state)
  return (
    <div className="flex flex-wrap gap-2">
      {others.map(decision => {
        const act = acts[decision]
        return (
          <ConfirmDialog
            key={decision}
            trigger={
              <Button
                variant={decision === 'ACCEPTED' ? 'default' : decision === 'REJECTED' ? 'destructive' : 'outline'}
              >
                {t(act)}
              </Button>
            }
            destructive={decision === 'REJECTED'}
            title={t(`${act}Title`)}
            description={t(`${act}Description`)}
            confirmLabel={t(act)}
            reason={{ label: t('reason'), hint: t('reasonHint'), minLength: 10 }}
            onConfirm={async reason => {
              await decide.mutateAsync({ study, userId, day, decision, reason })
              toast.success(t(`done${decision}`))
              router.refresh()
            }}
          />
        )
      })}
    </div>
  )
}
