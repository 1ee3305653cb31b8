import { LabelTables } from '@/components/results/label-tables'
import { SummaryAgreementView } from '@/components/results/summary-agreement-view'
import { SummaryComparisonsView } from '@/components/results/summary-comparisons-view'
import { SummaryDifferencesView } from '@/components/results/summary-differences-view'
import { SummaryExclusionsView } from '@/components/results/summary-exclusions-view'
import { SummaryRubricView } from '@/components/results/summary-rubric-view'
import { SummaryScoresView } from '@/components/results/summary-scores-view'
import type { StudyAccess } from '@/server/people/access'
import { getFlow } from '@/server/quality/queries/get-flow'
import type { ResultFilter } from '@/server/results/filter'
import { getComparisons } from '@/server/results/queries/get-comparisons'
import { getComputed } from '@/server/results/queries/get-computed'
import { getDifferences } from '@/server/results/queries/get-differences'
import { getLabels } from '@/server/results/queries/get-labels'
import { getRubricScores } from '@/server/results/queries/get-rubric-scores'
import { getScores } from '@/server/results/queries/get-scores'
import type { StudyFacts } from '@/server/results/queries/score-rows'

interface SectionProps {
  access: StudyAccess
  filter: ResultFilter
}

export async function SummaryScores({ access, filter }: SectionProps) {
  return <SummaryScoresView scores={await getScores(access, { filter })} />
}

export async function SummaryDifferences({ access, filter, facts }: SectionProps & { facts: StudyFacts }) {
  const differences = await getDifferences(access, { filter })
  return <SummaryDifferencesView study={access.slug} differences={differences} facts={{ ...facts, filter }} />
}

export async function SummaryRubric({ access, filter }: SectionProps) {
  return <SummaryRubricView scores={await getRubricScores(access, { filter })} />
}

export async function SummaryComparisons({ access, filter }: SectionProps) {
  return <SummaryComparisonsView comparisons={await getComparisons(access, { filter })} />
}

export async function SummaryLabels({ access, filter, facts }: SectionProps & { facts: StudyFacts }) {
  return <LabelTables study={access.slug} tables={await getLabels(access, filter)} facts={{ ...facts, filter }} />
}

/** Decisions of adjudicators are not independent of the judgments that they decide between. */
export async function SummaryAgreement({ access, filter }: SectionProps) {
  const agreement = await getComputed(access, 'agreement', { filter: { ...filter, judgments: 'original' } })
  return <SummaryAgreementView study={access.slug} filter={filter} agreement={agreement} />
}

/** Of the whole study: what was left out is left out of every choice. */
export async function SummaryExclusions({ access, filter }: SectionProps) {
  return <SummaryExclusionsView study={access.slug} filter={filter} flow={await getFlow(access)} />
}
