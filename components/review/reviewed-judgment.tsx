'use client'

import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { JudgingView } from '@/components/judging/judging-view'
import { Alert } from '@/components/ui/alert'
import { Badge } from '@/components/ui/badge'
import { buttonClasses } from '@/components/ui/button'
import { FormField } from '@/components/ui/form-field'
import { NativeSelect } from '@/components/ui/native-select'
import { Section } from '@/components/ui/page-header'
import type { ReviewedJudgmentView } from '@/server/review/queries/get-reviewed-judgment'
import { ExcludeActions } from './exclude-actions'
import { ReturnActions } from './return-actions'

interface ReviewedJudgmentProps {
  slug: string
  study: string
  state: 'DRAFT' | 'OPEN' | 'PAUSED' | 'CLOSED'
  judgment: ReviewedJudgmentView
}

/** One judgment on the annotator's own screen, as it was made; which model stood where is not in it. */
export function ReviewedJudgment({ slug, study, state, judgment }: ReviewedJudgmentProps) {
  const t = useTranslations('reviewJudgments')
  const format = useFormatter()
  const [shown, setShown] = useState(0)
  const { revisions, returns, content, protocol, externalId, annotator } = judgment
  const revision = revisions[shown]
  const when = (date: Date) => format.dateTime(date, { dateStyle: 'medium', timeStyle: 'short' })
  const isAtWork = state === 'OPEN' || state === 'PAUSED'
  const open = returns.find(one => !one.answeredAt && !one.withdrawnAt)
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Link href={`/studies/${slug}/review/judgments`} className={buttonClasses({ variant: 'ghost', size: 'sm' })}>
          <ChevronLeft aria-hidden className="rtl:rotate-180" />
          {t('back')}
        </Link>
        <h2 className="min-w-0 break-all font-semibold text-base">
          <Link href={`/studies/${slug}/items/${judgment.itemId}`} className="hover:underline">
            <bdi>{externalId}</bdi>
          </Link>
        </h2>
        {revision ? (
          <span className="text-muted-foreground text-sm">
            {t('by', { name: annotator, date: when(revision.submittedAt) })} ·{' '}
            {t('activeTime', { minutes: Math.round(revision.activeMs / 6_000) / 10 })}
          </span>
        ) : null}
        {judgment.excludedAt ? <Badge variant="destructive">{t('excluded')}</Badge> : null}
        <span className="flex-1" />
        {judgment.isCurrent ? <ExcludeActions study={study} judgment={judgment} givesWork={isAtWork} /> : null}
        {judgment.isCurrent && isAtWork && !judgment.excludedAt ? (
          <ReturnActions study={study} judgment={judgment} open={open ?? null} />
        ) : null}
      </div>
      {judgment.excludedAt ? (
        <Alert variant="warning" title={t('excludedSince', { date: when(judgment.excludedAt) })}>
          <span dir="auto">{judgment.excludedReason}</span>
        </Alert>
      ) : null}
      {judgment.isCurrent ? null : <Alert>{t('replaced')}</Alert>}
      {revisions.length > 1 ? (
        <FormField label={t('version')} className="max-w-56">
          <NativeSelect value={shown} onChange={event => setShown(Number(event.target.value))}>
            {revisions.map((one, index) => (
              <option key={one.revision} value={index}>
                {t('revision', { revision: one.revision })}
              </option>
            ))}
          </NativeSelect>
        </FormField>
      ) : null}
      <p className="text-muted-foreground text-sm">{t('slots')}</p>
      {revision ? (
        <div className="flex h-[calc(100dvh-14rem)] min-h-120 flex-col overflow-hidden rounded-lg border">
          <JudgingView
            key={revision.revision}
            content={content}
            criteria={protocol.criteria}
            guidelines={protocol.guidelines}
            value={revision.content}
            onChange={() => undefined}
            readOnly
            autoFocus={false}
          />
        </div>
      ) : null}
      {returns.length > 0 ? (
        <Section title={t('history')}>
          <ul className="divide-y rounded-lg border bg-card">
            {returns.map(one => (
              <li key={one.id} className="grid gap-1 px-4 py-3">
                <p className="flex flex-wrap items-center gap-2">
                  <Badge variant={one.answeredAt ? 'success' : one.withdrawnAt ? 'muted' : 'warning'}>
                    {one.answeredAt
                      ? t('states.answered', { date: when(one.answeredAt) })
                      : one.withdrawnAt
                        ? t('states.withdrawn', { date: when(one.withdrawnAt) })
                        : t('states.open')}
                  </Badge>
                  <span>{t(`kinds.${one.kind}`)}</span>
                  {one.points.length > 0 ? <span>· {t('points', { count: one.points.length })}</span> : null}
                </p>
                {one.message ? (
                  <p dir="auto" className="whitespace-pre-wrap break-words">
                    {one.message}
                  </p>
                ) : null}
                <p className="text-[0.8125rem] text-muted-foreground">
                  {t('by', { name: one.by ?? '–', date: when(one.createdAt) })}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  )
}
