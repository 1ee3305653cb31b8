import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page-header'
import type { RubricScores } from '@/server/results/queries/get-rubric-scores'
import { MoreLink } from './more-link'
import { onlyLanguage } from './only-language'
import { ScoreTableView } from './score-table-view'
import { useDisclosed } from './use-disclosed'

/** The table of points of 100. */
export function SummaryRubricView({ scores }: { scores: RubricScores }) {
  const t = useTranslations('results')
  const rubric = useTranslations('rubricResults')
  const disclosed = useDisclosed(scores)
  const table = scores.tables.find(one => one.language === onlyLanguage(scores.filter))
  if (!table) return null
  return (
    <Section
      title={rubric('scores', { label: scores.criterion.label })}
      actions={<MoreLink study={scores.slug} page="/rubric" filter={scores.filter} label={t('moreRubric')} />}
    >
      <ScoreTableView
        table={table}
        scale={rubric('scale')}
        disclosure={disclosed}
        behind={{ study: scores.slug, criterion: scores.criterion.id, filter: scores.filter }}
      />
    </Section>
  )
}
