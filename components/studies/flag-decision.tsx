'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { DecisionButton } from '@/components/review/decision-button'
import { useTRPC } from '@/components/trpc/context'
import type { StudyFlag } from '@/server/studies/queries/list-flags'

/** Resolves a flag with a word on what was decided, or opens it again. */
export function FlagDecision({ study, flag }: { study: string; flag: StudyFlag }) {
  const t = useTranslations('studyFlags')
  const { flags } = useTRPC().studies
  const resolve = useMutation(flags.resolve.mutationOptions())
  const reopen = useMutation(flags.reopen.mutationOptions())
  const item = flag.externalId
  const flagId = flag.id
  return flag.resolvedAt ? (
    <DecisionButton
      act={t('reopen.act')}
      title={t('reopen.title', { item })}
      description={t('reopen.description')}
      done={t('reopen.done')}
      onDecide={() => reopen.mutateAsync({ study, flagId })}
    />
  ) : (
    <DecisionButton
      act={t('resolve.act')}
      title={t('resolve.title', { item })}
      description={t('resolve.description')}
      done={t('resolve.done')}
      reason={{ label: t('resolve.note'), hint: t('resolve.noteHint') }}
      onDecide={resolution => resolve.mutateAsync({ study, flagId, resolution })}
    />
  )
}
