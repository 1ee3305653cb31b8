import { Download } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { JudgmentsSwitch } from '@/components/results/judgments-switch'
import { languageName } from '@/components/results/language-name'
import { TableDownload } from '@/components/results/table-download'
import { withJudgments } from '@/components/results/with-judgments'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Label } from '@/components/ui/label'
import { NativeSelect } from '@/components/ui/native-select'
import { Section } from '@/components/ui/page-header'
import { writeResultFilter } from '@/server/results/filter'
import type { Comparisons } from '@/server/results/queries/get-comparisons'
import type { Ranks } from '@/server/results/queries/get-ranks'
import type { PreferenceGraphs } from '@/server/results/queries/list-preference-graphs'
import { Consistency } from './consistency'
import { RankTable } from './rank-table'
import { StrengthScales } from './strength-scales'
import { WinTieLossMatrix } from './win-tie-loss-matrix'

interface HeadToHeadViewProps {
  comparisons: Comparisons
  graphs: PreferenceGraphs | null
  ranks: Ranks | null
  /** Comparisons of models that were added later with anchors. */
  bridged: number
}

/** Who beat whom by one criterion: a matrix, one scale, ranks, and whether the preferences make an order. */
export function HeadToHeadView({ comparisons, graphs, ranks, bridged }: HeadToHeadViewProps) {
  const t = useTranslations('headToHead')
  const general = useTranslations('results')
  const { criterion, pairs, rows, slug, adaptive, adjudicated, filter } = comparisons
  const { judgments } = filter
  const disclosure = [
    comparisons.disclosure,
    judgments === 'adjudicated' ? general('disclosedAdjudicated', { count: adjudicated }) : '',
  ]
    .filter(Boolean)
    .join(' ')
  const chosen = writeResultFilter({ ...filter, judgments: 'original' })
  chosen.set('criterion', criterion.id)
  const sum = (key: 'identical' | 'unusable') => pairs.reduce((all, pair) => all + pair[key], 0)
  if (pairs.length === 0)
    return (
      <>
        <ChooseCompared comparisons={comparisons} />
        <EmptyState title={t('empty')} description={t('emptyDescription')} />
      </>
    )
  return (
    <>
      <ChooseCompared comparisons={comparisons} />
      <JudgmentsSwitch
        address={`/studies/${slug}/results/head-to-head?${chosen}`}
        judgments={judgments}
        adjudicated={adjudicated}
      />
      {adaptive ? (
        <Alert variant="info" className="mb-6">
          {t('adaptive', { floor: adaptive.floorPerPair, budget: adaptive.budget })}
        </Alert>
      ) : null}
      <Section
        title={t('matrix')}
        description={t('matrixDescription')}
        actions={<Downloads study={slug} comparisons={comparisons} />}
      >
        <WinTieLossMatrix rows={rows} disclosure={disclosure} />
        <ul className="mt-2 grid gap-1 text-muted-foreground text-sm">
          <li>{t(`source.${criterion.source}`)}</li>
          {sum('identical') > 0 ? <li>{t('identical', { count: sum('identical') })}</li> : null}
          {bridged > 0 ? <li>{t('bridged', { count: bridged })}</li> : null}
          {sum('unusable') > 0 ? <li>{t('unusable', { count: sum('unusable') })}</li> : null}
        </ul>
      </Section>
      {ranks && ranks.models.length > 0 ? (
        <Section title={t('ranks')} description={t('ranksDescription')}>
          <RankTable {...ranks} />
        </Section>
      ) : null}
      <Section title={t('scales')} description={t('scalesDescription')}>
        <StrengthScales {...comparisons} />
      </Section>
      {graphs && graphs.items > 0 ? (
        <Section title={t('consistency')} description={t('consistencyDescription')}>
          <Consistency graphs={graphs} study={slug} />
        </Section>
      ) : null}
    </>
  )
}

/** A plain form that asks the same page again: works without script. */
function ChooseCompared({
  comparisons: { slug, criteria, criterion, languages, filter },
}: {
  comparisons: Comparisons
}) {
  const t = useTranslations('headToHead')
  const locale = useLocale()
  const { judgments } = filter
  return (
    <form method="get" className="mb-6 flex flex-wrap items-end gap-3">
      {judgments === 'original' ? null : <input type="hidden" name="judgments" value={judgments} />}
      <div className="grid min-w-48 gap-1.5">
        <Label htmlFor="criterion">{t('criterion')}</Label>
        <NativeSelect id="criterion" name="criterion" defaultValue={criterion.id}>
          {criteria.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </NativeSelect>
      </div>
      <div className="grid min-w-40 gap-1.5">
        <Label htmlFor="language">{t('language')}</Label>
        <NativeSelect id="language" name="language" defaultValue={filter.languages?.[0] ?? ''}>
          <option value="">{t('allLanguages')}</option>
          {languages.map(tag => (
            <option key={tag} value={tag}>
              {languageName(tag, locale)}
            </option>
          ))}
        </NativeSelect>
      </div>
      <Button type="submit" variant="outline">
        {t('show')}
      </Button>
      <Button asChild variant="ghost" className="ms-auto">
        <Link href={`/studies/${slug}/results/agreement`}>{t('toAgreement')}</Link>
      </Button>
      {criteria.some(one => one.source === 'scores') ? (
        <Button asChild variant="ghost">
          <Link href={withJudgments(`/studies/${slug}/results`, judgments)}>{t('toScores')}</Link>
        </Button>
      ) : null}
    </form>
  )
}

function Downloads({ study, comparisons: { criterion, filter } }: { study: string; comparisons: Comparisons }) {
  const t = useTranslations('headToHead')
  const chosen = writeResultFilter(filter)
  chosen.set('criterion', criterion.id)
  const at = (file: string) => `/api/downloads/studies/${encodeURIComponent(study)}/${file}?${chosen}`
  return (
    <div className="flex flex-wrap gap-2">
      <TableDownload address={at('comparisons')} label={t('downloadPairs')} />
      <TableDownload address={at('ranking')} label={t('downloadRanking')} />
      <Button asChild variant="outline">
        <a href={`${at('comparisons')}&rows=items`} download>
          <Download aria-hidden />
          {t('downloadItems')}
        </a>
      </Button>
      <Button asChild variant="outline">
        <a href={at('ratings')} download>
          <Download aria-hidden />
          {t('downloadRatings')}
        </a>
      </Button>
    </div>
  )
}
