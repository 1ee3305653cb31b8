import { ShieldCheck } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/page-header'
import { Stat, StatGroup } from '@/components/ui/stat'
import type { StudyAccess } from '@/server/people/access'
import type { StudyQuality } from '@/server/quality/queries/get-quality'
import { QualityTable } from './quality-table'

interface QualityViewProps {
  study: Pick<StudyAccess, 'slug' | 'state'>
  quality: StudyQuality
}

/** What is checked in a study, and how everybody does. */
export function QualityView({ study, quality }: QualityViewProps) {
  const t = useTranslations('quality')
  const format = useFormatter()
  const { rules, items, annotators, repeats, repeatedBy } = quality
  const { gold } = rules
  if (study.state === 'DRAFT')
    return <EmptyState icon={ShieldCheck} title={t('unopenedTitle')} description={t('unopenedDescription')} />
  return (
    <>
      <Section title={t('rules')} description={t('description')}>
        <StatGroup>
          <Stat
            label={t('goldItems')}
            value={format.number(items.gold)}
            hint={
              gold.minimumPerAnnotator === 0
                ? t('goldOff')
                : t('goldHint', { every: gold.every, most: gold.minimumPerAnnotator, feedback: gold.feedback })
            }
          />
          <Stat label={t('attentionItems')} value={format.number(items.attention)} hint={t('attentionHint')} />
          <Stat
            label={t('training')}
            value={format.number(items.calibration + items.qualification)}
            hint={t('trainingHint', items)}
          />
          <Stat
            label={t('repeats')}
            value={repeats ? format.number(repeats.n) : '–'}
            hint={rules.repeats.share > 0 ? t('repeatsHint', rules.repeats) : undefined}
          />
        </StatGroup>
        <p className="mt-3 text-pretty text-muted-foreground text-sm">
          {t('threshold', { action: gold.action, threshold: gold.threshold })}
        </p>
        {repeats && repeatedBy && repeats.exact.value !== null ? (
          <p className="mt-1 text-pretty text-muted-foreground text-sm">
            {t('everybody', {
              exact: repeats.exact.value,
              n: repeats.n,
              alpha: repeats.alpha === null ? 'none' : format.number(repeats.alpha, { maximumFractionDigits: 2 }),
              criterion: repeatedBy.label,
            })}
          </p>
        ) : null}
      </Section>
      <Section title={t('annotators')}>
        {annotators.length === 0 ? (
          <EmptyState icon={ShieldCheck} title={t('emptyTitle')} description={t('emptyDescription')} />
        ) : (
          <QualityTable slug={study.slug} annotators={annotators} canDecide={study.state !== 'CLOSED'} />
        )}
      </Section>
    </>
  )
}
