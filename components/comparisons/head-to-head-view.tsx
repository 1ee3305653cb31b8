import { useTranslations } from 'next-intl'
import { ComputedFrame } from '@/components/results/computed-frame'
import { isFiltered, withFilter } from '@/components/results/filter/filter-address'
import { FilterProblem } from '@/components/results/filter/filter-problem'
import { JudgmentsSwitch } from '@/components/results/judgments-switch'
import { LanguageSwitch } from '@/components/results/language-switch'
import { useDisclosed } from '@/components/results/use-disclosed'
import { Alert } from '@/components/ui/alert'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/page-header'
import { type ItemSelection, type Outcome, writeItemSelection } from '@/server/results/items/item-selection'
import type { ModelStrengths } from '@/server/results/queries/compute-strengths'
import type { Comparisons } from '@/server/results/queries/get-comparisons'
import type { Computed } from '@/server/results/queries/get-computed'
import type { Ranks } from '@/server/results/queries/get-ranks'
import type { PreferenceGraphs } from '@/server/results/queries/list-preference-graphs'
import type { TableModel } from '@/server/results/score-table'
import { ChooseCompared } from './choose-compared'
import { ComparisonDownloads } from './comparison-downloads'
import { Consistency } from './consistency'
import { RankTable } from './rank-table'
import { StrengthRanges } from './strength-ranges'
import { StrengthScales } from './strength-scales'
import { WinTieLossChart } from './win-tie-loss-chart'
import { WinTieLossMatrix } from './win-tie-loss-matrix'

interface HeadToHeadViewProps {
  comparisons: Comparisons
  strengths: Computed<ModelStrengths>
  graphs: PreferenceGraphs | null
  ranks: Ranks | null
  /** Comparisons of models that were added later with anchors. */
  bridged: number
}

/** Who beat whom by one criterion: a matrix, one scale, ranks, and whether the preferences make an order. */
export function HeadToHeadView({ comparisons, strengths, graphs, ranks, bridged }: HeadToHeadViewProps) {
  const t = useTranslations('headToHead')
  const disclosed = useDisclosed(comparisons)
  const { criterion, ties, pairs, rows, slug, adaptive, adjudicated, filter, languages } = comparisons
  const chosen = new URLSearchParams({
    criterion: criterion.id,
    ...(ties?.isExploratory ? { threshold: String(ties.value) } : {}),
  })
  const address = `/studies/${slug}/results/head-to-head?${chosen}`
  const disclosure = [disclosed, ties?.isExploratory ? t('exploratory', { value: ties.value, usual: ties.usual }) : '']
    .filter(Boolean)
    .join(' ')
  const sum = (key: 'identical' | 'unusable') => pairs.reduce((all, pair) => all + pair[key], 0)
  const itemsOf = (outcome: Outcome, model: TableModel, opponent: TableModel | null) => {
    const selection: ItemSelection = { criterion: criterion.id, outcome, filter }
    if (opponent) selection.pair = [model.id, opponent.id]
    else selection.model = model.id
    if (ties?.isExploratory) selection.threshold = ties.value
    return `/studies/${slug}/results/items?${writeItemSelection(selection)}`
  }
  return (
    <>
      <div className="mb-4 empty:mb-0">
        <LanguageSwitch address={address} filter={filter} languages={languages} />
      </div>
      <ChooseCompared comparisons={comparisons} />
      <JudgmentsSwitch
        address={withFilter(address, { ...filter, judgments: 'original' })}
        judgments={filter.judgments}
        adjudicated={adjudicated}
      />
      {pairs.length === 0 ? (
        isFiltered(filter) ? (
          <FilterProblem />
        ) : (
          <EmptyState title={t('empty')} description={t('emptyDescription')} />
        )
      ) : (
        <>
          {adaptive ? (
            <Alert variant="info" className="mb-6">
              {t('adaptive', { floor: adaptive.floorPerPair, budget: adaptive.budget })}
            </Alert>
          ) : null}
          {ties?.isExploratory ? (
            <Alert variant="warning" className="mb-6">
              {t('exploratory', { value: ties.value, usual: ties.usual })}
            </Alert>
          ) : null}
          <Section
            title={t('matrix')}
            description={t('matrixDescription')}
            actions={<ComparisonDownloads comparisons={comparisons} />}
          >
            <WinTieLossChart
              rows={rows}
              title={t('chart')}
              disclosure={disclosure}
              fileName={`${slug}-${criterion.id}-wins-ties-losses`}
            />
            <WinTieLossMatrix rows={rows} disclosure={disclosure} itemsOf={itemsOf} />
            <ul className="mt-2 grid gap-1 text-muted-foreground text-sm">
              <li>{t(`source.${criterion.source}`)}</li>
              {ties && !ties.isExploratory && ties.usual > 0 ? (
                <li>{t('thresholdUsual', { usual: ties.usual })}</li>
              ) : null}
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
          <Section
            title={t('bootstrap')}
            description={
              strengths.state === 'ready'
                ? t('bootstrapDescription', { replicates: strengths.value.replicates })
                : undefined
            }
          >
            <ComputedFrame computed={strengths}>
              {found => (
                <StrengthRanges found={found} disclosure={disclosure} fileName={`${slug}-${criterion.id}-strengths`} />
              )}
            </ComputedFrame>
          </Section>
          <Section title={t('scales')} description={t('scalesDescription')}>
            <StrengthScales {...comparisons} />
          </Section>
          {graphs && graphs.items > 0 ? (
            <Section title={t('consistency')} description={t('consistencyDescription')}>
              <Consistency graphs={graphs} study={slug} />
            </Section>
          ) : null}
        </>
      )}
    </>
  )
}
