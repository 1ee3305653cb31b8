import { Scale } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Badge } from '@/components/ui/badge'
import { buttonClasses } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/page-header'
import type { DisagreementRow } from '@/server/adjudication/queries/list-disagreements'
import { type DisagreementState, disagreementStateSchema } from '@/server/adjudication/schema'
import { DisagreementActions } from './disagreement-actions'

interface DisagreementQueueProps {
  slug: string
  study: string
  /** Null: the protocol does not ask for it. */
  rule: { criterion: string; difference: number } | null
  state: DisagreementState
  rows: DisagreementRow[]
  counts: Record<DisagreementState, number>
  hasAdjudicators: boolean
}

/** Items whose judgments lie too far apart, the furthest first. */
export function DisagreementQueue(props: DisagreementQueueProps) {
  const { slug, study, rule, state, rows, counts, hasAdjudicators } = props
  const t = useTranslations('disagreements')
  const format = useFormatter()
  const isEmpty = Object.values(counts).every(count => count === 0)
  if (!rule && isEmpty)
    return (
      <EmptyState
        icon={Scale}
        title={t('noRule')}
        description={t('noRuleHint')}
        action={
          <Link href={`/studies/${slug}/settings`} className={buttonClasses({ variant: 'outline' })}>
            {t('toSettings')}
          </Link>
        }
      />
    )
  return (
    <Section title={t('title')} description={t('description')}>
      {rule ? (
        <p className="mb-3 text-muted-foreground text-sm">
          {t('rule', { difference: format.number(rule.difference), criterion: rule.criterion })}
        </p>
      ) : null}
      {counts.waiting > 0 ? (
        <Alert variant="warning" title={hasAdjudicators ? undefined : t('noAdjudicator')} className="mb-4">
          {t(hasAdjudicators ? 'unable' : 'noAdjudicatorHint')}
        </Alert>
      ) : null}
      <nav aria-label={t('choice')} className="mb-3 flex flex-wrap gap-1">
        {disagreementStateSchema.options.map(option => (
          <Link
            key={option}
            href={`/studies/${slug}/review/disagreements?state=${option}`}
            aria-current={option === state ? 'page' : undefined}
            className={buttonClasses({ variant: option === state ? 'secondary' : 'ghost', size: 'sm' })}
          >
            {t(`states.${option}`)}
            <Badge variant="muted">{counts[option]}</Badge>
          </Link>
        ))}
      </nav>
      {rows.length === 0 ? (
        <EmptyState icon={Scale} title={t(`none.${state}`)} description={t('noneHint')} />
      ) : (
        <ul className="divide-y rounded-lg border bg-card">
          {rows.map(row => (
            <Row key={row.id} row={row} slug={slug} study={study} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Row({ row, slug, study }: { row: DisagreementRow; slug: string; study: string }) {
  const t = useTranslations('disagreements')
  const format = useFormatter()
  const when = (date: Date) => format.dateTime(date, { dateStyle: 'medium', timeStyle: 'short' })
  const facts = [
    row.language,
    row.category,
    row.variant > 0 ? t('pair', { number: row.variant }) : null,
    t('count', { count: row.judgments }),
    row.state === 'assigned' ? t('with', { name: row.adjudicator ?? '' }) : null,
    row.decidedAt
      ? t('decidedBy', { name: row.adjudicator ?? '', date: when(row.decidedAt) })
      : t('found', { date: when(row.foundAt) }),
  ]
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3">
      <div className="grid min-w-0 flex-1 basis-80 gap-1">
        <p className="flex flex-wrap items-center gap-2">
          <Badge variant="warning" className="tabular">
            {t('apart', { difference: format.number(row.difference, { maximumFractionDigits: 2 }) })}
          </Badge>
          <Link
            href={`/studies/${slug}/preview?item=${row.itemId}`}
            className="font-medium text-primary underline-offset-4 hover:underline"
          >
            {row.externalId}
          </Link>
        </p>
        <p className="text-[0.8125rem] text-muted-foreground">{facts.filter(Boolean).join(' · ')}</p>
        {row.dismissedReason ? (
          <p dir="auto" className="break-words border-s-2 ps-2 text-[0.8125rem]">
            {row.dismissedReason}
          </p>
        ) : null}
      </div>
      <DisagreementActions study={study} row={row} />
    </li>
  )
}
