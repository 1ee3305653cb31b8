import { DifferencesView } from '@/components/results/differences-view'
import { LengthAdjustedTable } from '@/components/results/length-adjusted-table'
import { SensitivityTable } from '@/components/results/sensitivity-table'
import type { StudyAccess } from '@/server/people/access'
import { getDifferences } from '@/server/results/queries/get-differences'
import { getLengthAdjusted } from '@/server/results/queries/get-length-adjusted'
import type { Scores } from '@/server/results/queries/get-scores'
import { getSensitivity } from '@/server/results/queries/get-sensitivity'

// They come later than the tables, which need not wait for them.

interface SectionProps {
  access: StudyAccess
  scores: Scores
}

export async function DifferencesOf({ access, scores }: SectionProps) {
  const { filter, scale } = scores
  const differences = await getDifferences(access, { filter, criterion: scale.id })
  return <DifferencesView study={access.slug} criterion={scale.id} differences={differences} facts={scores} />
}

export async function SensitivityOf({ access, scores }: SectionProps) {
  const { filter, scale } = scores
  return (
    <SensitivityTable
      study={access.slug}
      criterion={scale.id}
      sensitivity={await getSensitivity(access, { filter, criterion: scale.id })}
      facts={scores}
    />
  )
}

export async function LengthAdjustedOf({ access, scores }: SectionProps) {
  const { filter, scale } = scores
  return (
    <LengthAdjustedTable
      study={access.slug}
      criterion={scale.id}
      adjusted={await getLengthAdjusted(access, { filter, criterion: scale.id })}
      facts={scores}
    />
  )
}
