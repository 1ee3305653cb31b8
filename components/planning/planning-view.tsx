import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/page-header'
import { mostPlannedItems } from '@/server/studies/items-for-sign-test'
import type { PlanInput } from '@/server/studies/plan-input'
import type { ObservedSpread, Plan } from '@/server/studies/queries/get-plan'
import { PlanningForm } from './planning-form'
import { PlanningTable } from './planning-table'

interface PlanningViewProps {
  /** Null: nothing of the study compares models. */
  plan: Plan | null
  input: PlanInput
  /** Of the earlier study that was chosen. */
  observed: ObservedSpread | null
  earlier: { slug: string; name: string }[]
  /** The address said something that cannot be. */
  isRefused: boolean
}

const lookOf = (power: number) => (power < 0.5 ? 'warning' : power < 0.8 ? 'info' : 'success')

/** How likely the study is to find what it is made for. */
export function PlanningView({ plan, input, observed, earlier, isRefused }: PlanningViewProps) {
  const t = useTranslations('planning')
  if (!plan) return <EmptyState title={t('nothingTitle')} description={t('nothing')} />
  const { row, items, assumptions, needed, measure } = plan
  const { scores, winShare, lossShare, power } = assumptions
  return (
    <>
      <Section title={t('title')} description={t('description')}>
        {isRefused ? <Alert variant="warning">{t('refused')}</Alert> : null}
        <PlanningForm plan={plan} input={input} earlier={earlier} />
        {input.from === undefined ? null : (
          <p className="text-muted-foreground text-sm">
            {observed && (observed.deviation !== null || observed.tieShare !== null)
              ? t('observed', {
                  deviation: observed.deviation ?? 0,
                  hasDeviation: String(observed.deviation !== null),
                  ties: observed.tieShare ?? 0,
                  hasTies: String(observed.tieShare !== null),
                })
              : t('notObserved')}
          </p>
        )}
      </Section>
      <Section title={t('answer')}>
        {row.paired && scores ? (
          <Alert variant={lookOf(row.paired.power)} title={t('pairedTitle', { items, power: row.paired.power })}>
            {t('paired', { ...scores, label: measure.label, detectable: row.paired.detectable, wanted: power })}{' '}
            {needed.paired === null ? null : t('needed', { items: needed.paired, wanted: power })}
          </Alert>
        ) : null}
        <Alert variant={lookOf(row.sign.power)} title={t('signTitle', { items, power: row.sign.power })}>
          {t('sign', { wins: winShare, losses: lossShare, ties: Math.max(0, 1 - winShare - lossShare) })}{' '}
          {row.sign.detectable === null
            ? t('noNet', { wanted: power })
            : t('net', { points: 100 * row.sign.detectable, wanted: power })}{' '}
          {needed.sign === null
            ? t('tooMany', { most: mostPlannedItems })
            : t('needed', { items: needed.sign, wanted: power })}
        </Alert>
      </Section>
      <Section title={t('table')} description={t('tableDescription', { wanted: power })}>
        <PlanningTable plan={plan} />
      </Section>
    </>
  )
}
