'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/trpc/context'
import type { DisagreementRow } from '@/server/adjudication/queries/list-disagreements'
import { DecisionButton } from './decision-button'

/** Leaves an item as it is, with a reason, or puts it back into the queue. */
export function DisagreementActions({ study, row }: { study: string; row: DisagreementRow }) {
  const t = useTranslations('disagreements')
  const { adjudication } = useTRPC()
  const dismiss = useMutation(adjudication.dismiss.mutationOptions())
  const reopen = useMutation(adjudication.reopen.mutationOptions())
  const item = row.externalId
  const disagreement = row.id
  if (row.state === 'decided') return null
  return row.state === 'dismissed' ? (
    <DecisionButton
      act={t('reopen.act')}
      title={t('reopen.title', { item })}
      description={t('reopen.description')}
      done={t('reopen.done')}
      onDecide={() => reopen.mutateAsync({ study, disagreement })}
    />
  ) : (
    <DecisionButton
      act={t('dismiss.act')}
      title={t('dismiss.title', { item })}
      description={t('dismiss.description')}
      done={t('dismiss.done')}
      reason={{ label: t('dismiss.reason'), hint: t('dismiss.hint') }}
      onDecide={reason => dismiss.mutateAsync({ study, disagreement, reason })}
    />
  )
}
