'use client'

import { CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Spinner } from '@/components/ui/spinner'
import type { AssignmentData } from './answers'
import { SaveStatus } from './save-status'
import { useOutbox } from './work-session'

interface NextPendingProps {
  phase: 'waiting' | 'nothing' | 'failed'
  study: AssignmentData['study']
  onLookAgain: () => void
}

/** Between two items: the next is on its way, or there is none. */
export function NextPending({ phase, study, onLookAgain }: NextPendingProps) {
  const t = useTranslations('judging')
  const { state } = useOutbox()
  const toWork = (
    <Button asChild variant="outline">
      <Link href="/work">{t('notices.backToWork')}</Link>
    </Button>
  )
  return (
    <div className="grid flex-1 place-content-center p-6">
      {phase === 'waiting' ? (
        <div role="status" className="grid justify-items-center gap-3 text-center">
          {state === 'offline' || state === 'signed-out' ? (
            <>
              <SaveStatus state={state} />
              <p className="max-w-md text-muted-foreground">{t('waitingOffline')}</p>
              {toWork}
            </>
          ) : (
            <Spinner className="size-6" label={t('waiting')} />
          )}
        </div>
      ) : (
        <EmptyState
          icon={CircleCheck}
          title={phase === 'nothing' ? t('nothingNow', { study: study.name }) : t('loadFailed')}
          description={phase === 'nothing' ? t('nothingNowDescription') : t('loadFailedDescription')}
          action={
            <div className="flex gap-2">
              {toWork}
              <Button onClick={onLookAgain}>{t('lookAgain')}</Button>
            </div>
          }
        />
      )}
    </div>
  )
}
