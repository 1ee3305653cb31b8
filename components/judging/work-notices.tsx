'use client'

import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { RefusedNotice } from './refused-notice'
import { useOutbox } from './work-session'

/** Submissions that have not arrived, or were not accepted. */
export function WorkNotices() {
  const t = useTranslations('judging')
  const { pending, refused, state } = useOutbox()
  const stuck = pending.length > 0 && (state === 'offline' || state === 'signed-out')
  return (
    <>
      {stuck ? (
        <Alert variant="warning" title={t('unsent', { count: pending.length })} className="mb-4">
          {t('waitingOffline')}
        </Alert>
      ) : null}
      {refused.length > 0 ? <RefusedNotice entries={refused} /> : null}
    </>
  )
}
