import { useTranslations } from 'next-intl'
import { WinTieLossChart } from '@/components/comparisons/win-tie-loss-chart'
import { Section } from '@/components/ui/page-header'
import type { Comparisons } from '@/server/results/queries/get-comparisons'
import { MoreLink } from './more-link'
import { useDisclosed } from './use-disclosed'

/** Wins, ties and losses by the criterion that says most. */
export function SummaryComparisonsView({ comparisons }: { comparisons: Comparisons }) {
  const t = useTranslations('results')
  const disclosed = useDisclosed(comparisons)
  const { slug, filter, rows, pairs, criterion, criteria } = comparisons
  if (pairs.length === 0) return null
  const title = criteria.length > 1 ? t('winsBy', { label: criterion.label }) : t('wins')
  return (
    <Section
      title={title}
      actions={<MoreLink study={slug} page="/head-to-head" filter={filter} label={t('moreWins')} />}
    >
      <WinTieLossChart
        rows={rows}
        title={title}
        isTitled
        disclosure={disclosed}
        fileName={`${slug}-wins-ties-losses`}
      />
    </Section>
  )
}
