'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { Button } from '@/components/ui/button'
import { CheckboxField } from '@/components/ui/checkbox'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { ReviewedJudgmentView } from '@/server/review/queries/get-reviewed-judgment'

interface ExcludeActionsProps {
  study: string
  judgment: Pick<ReviewedJudgmentView, 'id' | 'excludedAt'>
  /** Whether its place can be given to somebody else. */
  givesWork: boolean
}

/** Leaves a judgment out of the results with a reason, or counts it again. */
export function ExcludeActions({ study, judgment, givesWork }: ExcludeActionsProps) {
  const t = useTranslations('reviewJudgments')
  const router = useRouter()
  const { review } = useTRPC()
  const exclude = useMutation(review.exclude.mutationOptions())
  const restore = useMutation(review.restore.mutationOptions())
  const [judgeAgain, setJudgeAgain] = useState(givesWork)
  const isExcluded = judgment.excludedAt !== null
  const text = isExcluded ? 'restore' : 'exclude'
  return (
    <ConfirmDialog
      key={text}
      trigger={<Button variant="outline">{t(`${text}.act`)}</Button>}
      onOpenChange={() => setJudgeAgain(givesWork)}
      title={t(`${text}.title`)}
      description={t(`${text}.description`)}
      confirmLabel={t(`${text}.act`)}
      reason={{ label: t('reason'), hint: t('reasonHint'), minLength: 10 }}
      onConfirm={async reason => {
        const of = { study, judgment: judgment.id, reason }
        if (isExcluded) await restore.mutateAsync(of)
        else await exclude.mutateAsync({ ...of, judgeAgain: givesWork && judgeAgain })
        toast.success(t(`${text}.done`))
        router.refresh()
      }}
    >
      {givesWork && !isExcluded ? (
        <CheckboxField
          label={t('exclude.again')}
          hint={t('exclude.againHint')}
          checked={judgeAgain}
          onCheckedChange={checked => setJudgeAgain(checked === true)}
        />
      ) : null}
    </ConfirmDialog>
  )
}
