'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FormulaLine } from '@/components/rendering/formula-line'
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
  if (data.state === 'SUBMITTED' && data.returned && data.study.state !== 'CLOSED')
    return <ReturnedNotice returned={data.returned} rubric={data.content.rubric} action={toWork} />
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

interface ReturnedNoticeProps {
  returned: NonNullable<AssignmentData['returned']>
  rubric: AssignmentData['content']['rubric']
  action: ReactNode
}

/** What was asked for, and the points that have to be judged again. */
function ReturnedNotice({ returned: { message, points }, rubric, action }: ReturnedNoticeProps) {
  const t = useTranslations('judging.notices')
  const changed = rubric?.points.filter(point => points.includes(point.id)) ?? []
  return (
    <Alert variant="warning" title={t('returnedTitle')} action={action}>
      {message ? (
        <p dir="auto" className="whitespace-pre-wrap break-words">
          {message}
        </p>
      ) : null}
      {changed.length > 0 ? (
        <>
          <p>{t('returnedPoints', { count: changed.length })}</p>
          <ul className="list-disc ps-5">
            {changed.map(point => (
              <li key={point.id} dir="auto" className="line-clamp-2">
                <FormulaLine text={point.text} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {message || changed.length > 0 ? null : t('returned')}
    </Alert>
  )
}
