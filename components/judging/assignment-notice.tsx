'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import type { AssignmentData } from './answers'

interface AssignmentNoticeProps {
  data: AssignmentData
  held: boolean
  isOnItsWay: boolean
}

/** Says why an item cannot be judged, or that it is judged already; nothing for an item at work. */
export function AssignmentNotice({ data, held, isOnItsWay }: AssignmentNoticeProps): ReactNode {
  const t = useTranslations('judging.notices')
  const format = useFormatter()
  const toWork = (
    <Button asChild variant="outline" size="sm">
      <Link href="/work">{t('backToWork')}</Link>
    </Button>
  )
  if (isOnItsWay) return <Alert action={toWork}>{t('onItsWay')}</Alert>
  if (data.state === 'SUBMITTED') {
    const until = data.judgment?.revisableUntil
    const at = (date: string) => format.dateTime(new Date(date), { dateStyle: 'medium', timeStyle: 'short' })
    const submitted = data.judgment ? at(data.judgment.submittedAt) : ''
    return (
      <Alert action={toWork}>
        {until ? t('revisable', { submitted, until: at(until) }) : t('submitted', { submitted })}
      </Alert>
    )
  }
  const gone = data.state === 'TAKEN' || data.state === 'CANCELLED' || data.state === 'SKIPPED'
  if (gone || !held) {
    const why = gone ? (data.state as 'TAKEN' | 'CANCELLED' | 'SKIPPED') : 'TAKEN'
    return (
      <Alert variant="warning" action={toWork}>
        {t(why)}
      </Alert>
    )
  }
  if (data.study.state === 'CLOSED')
    return (
      <Alert variant="warning" action={toWork}>
        {t('closed')}
      </Alert>
    )
  return data.study.state === 'PAUSED' ? <Alert>{t('paused')}</Alert> : null
}
