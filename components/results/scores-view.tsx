import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Section } from '@/components/ui/page-header'
import type { ResultName } from '@/server/exports/schema'
import type { FurtherScores as Further } from '@/server/results/queries/get-further-scores'
import type { LabelTable } from '@/server/results/queries/get-labels'
import type { Scores } from '@/server/results/queries/get-scores'
import { type Bridge, BridgeSection } from './bridge-section'
import { Distributions } from './distributions'
import { FurtherScores } from './further-scores'
import { LabelTables } from './label-tables'
import { OneTableDownload } from './one-table-download'
import { onlyLanguage } from './only-language'
import { ScaleSwitch } from './scale-switch'
import { ScoreTableView } from './score-table-view'
import { SpreadChoice } from './spread-choice'
import { StatusCounts } from './status-counts'
import { useDisclosed } from './use-disclosed'

interface ScoresViewProps {
  scores: Scores
  /** Of the protocol. */
  scales: readonly { id: string; label: string }[]
  further: Further
  labels: LabelTable[]
  /** What anchors of a model that was added later got, by each scale. */
  bridges: Bridge[]
  /** The section of paired differences. */
  differences: ReactNode
  /** Sections about whether anything hangs on what can be doubted. */
  doubts: ReactNode
}

/** Everything that scores say, under the filter of the page. */
export function ScoresView({ scores, scales, further, labels, bridges, differences, doubts }: ScoresViewProps) {
  const t = useTranslations('results')
  const disclosed = useDisclosed(scores)
  const language = onlyLanguage(scores.filter)
  const table = scores.tables.find(one => one.language === language)
  const { label, min, max, step } = scores.scale
  const download = (table: ResultName) => <OneTableDownload study={scores.slug} table={table} filter={scores.filter} />
  return (
    <>
      <ScaleSwitch study={scores.slug} scales={scales} shown={scores.scale.id} filter={scores.filter} />
      {table ? (
        <Section title={scales.length > 1 ? t('scoresOf', { label }) : t('scores')} actions={<SpreadChoice />}>
          <ScoreTableView
            table={table}
            scale={t('scale', { label, min, max, step })}
            disclosure={disclosed}
            hasMacro
            behind={{ study: scores.slug, criterion: scores.scale.id, filter: scores.filter }}
          />
        </Section>
      ) : null}
      {differences}
      <FurtherScores
        further={further}
        disclosure={disclosed}
        actions={{ final: download('after-reference'), penalties: download('penalties') }}
      />
      <LabelTables study={scores.slug} tables={labels} facts={scores} actions={download('labels')} />
      <BridgeSection bridges={bridges} disclosure={disclosed} actions={download('bridge')} />
      <Section title={t('distribution')}>
        <Distributions scores={scores} language={language} disclosure={disclosed} />
      </Section>
      <Section title={t('statuses')} description={t('statusesDescription')}>
        <StatusCounts scores={scores} language={language} />
      </Section>
      {doubts}
    </>
  )
}
