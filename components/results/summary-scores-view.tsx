import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page-header'
import type { Scores } from '@/server/results/queries/get-scores'
import { MoreLink } from './more-link'
import { onlyLanguage } from './only-language'
import { ScoreTableView } from './score-table-view'
import { useDisclosed } from './use-disclosed'

/** The table of the paper. */
export function SummaryScoresView({ scores }: { scores: Scores }) {
  const t = useTranslations('results')
  const disclosed = useDisclosed(scores)
  const table = scores.tables.find(one => one.language === onlyLanguage(scores.filter))
  const { label, min, max, step } = scores.scale
  if (!table) return null
  return (
    <Section
      title={t('scores')}
      actions={<MoreLink study={scores.slug} page="/scores" filter={scores.filter} label={t('moreScores')} />}
    >
      <ScoreTableView
        table={table}
        scale={t('scale', { label, min, max, step })}
        disclosure={disclosed}
        behind={{ study: scores.slug, criterion: scores.scale.id, filter: scores.filter }}
      />
    </Section>
  )
}
