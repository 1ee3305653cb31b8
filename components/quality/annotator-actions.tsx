'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '@/components/trpc/context'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { AnnotatorQuality } from '@/server/quality/queries/get-quality'

const done = { halt: 'halted', resume: 'resumed', pass: 'passed', again: 'given' } as const
type Act = keyof typeof done

/** What an admin can decide about somebody; always with a reason. */
export function AnnotatorActions({ study, annotator }: { study: string; annotator: AnnotatorQuality }) {
  const { haltedAt, flaggedAt, qualification } = annotator
  const acts: Act[] = [
    ...(haltedAt || flaggedAt ? (['resume'] as const) : []),
    ...(haltedAt ? [] : (['halt'] as const)),
    ...(qualification === 'FAILED' || qualification === 'PENDING' ? (['pass'] as const) : []),
    ...(qualification === 'FAILED' ? (['again'] as const) : []),
  ]
  return (
    <div className="flex flex-wrap justify-end gap-1">
      {acts.map(act => (
        <Decision key={act} act={act} study={study} annotator={annotator} />
      ))}
    </div>
  )
}

function Decision({ act, study, annotator }: { act: Act; study: string; annotator: AnnotatorQuality }) {
  const t = useTranslations('quality')
  const router = useRouter()
  const { quality } = useTRPC()
  const halt = useMutation(quality.halt.mutationOptions())
  const resume = useMutation(quality.resume.mutationOptions())
  const qualify = useMutation(quality.decideQualification.mutationOptions())
  const { userId, name } = annotator

  async function decide(reason: string) {
    const decision = { study, userId, reason }
    if (act === 'halt') await halt.mutateAsync(decision)
    else if (act === 'resume') await resume.mutateAsync(decision)
    else await qualify.mutateAsync({ ...decision, to: act === 'pass' ? 'passed' : 'again' })
    toast.success(t(done[act], { name }))
    router.refresh()
  }

  return (
    <ConfirmDialog
      trigger={
        <Button variant="outline" size="sm">
          {t(act)}
        </Button>
      }
      title={t(`${act}Title`, { name })}
      description={t(`${act}Description`)}
      confirmLabel={t(act)}
      destructive={act === 'halt'}
      reason={{ label: t('reason'), hint: t('reasonHint') }}
      onConfirm={decide}
    />
  )
}
