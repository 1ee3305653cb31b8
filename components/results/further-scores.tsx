import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Section } from '@/components/ui/page-header'
import type { FurtherScores as Further, FurtherTable } from '@/server/results/queries/get-further-scores'
import { PenaltyTableView } from './penalty-table-view'
import { ScoreTableView } from './score-table-view'

interface FurtherScoresProps {
  further: Further
  disclosure: string
  /** Beside the scores after the reference, and beside the marked errors. */
  actions?: { final: ReactNode; penalties: ReactNode }
}

/** The other scales, all scales as they were after the reference, and what marked errors cost. */
export function FurtherScores({ further: { others, final, penalties }, disclosure, actions }: FurtherScoresProps) {
  const t = useTranslations('results')
  const scaleText = ({ scale: { label, min, max, step } }: FurtherTable) => t('scale', { label, min, max, step })
  return (
    <>
      {others.map(one => (
        <Section key={one.scale.id} title={one.scale.label}>
          <ScoreTableView table={one.table} scale={scaleText(one)} disclosure={disclosure} />
        </Section>
      ))}
      {final.length > 0 ? (
        <Section title={t('afterReference')} description={t('afterReferenceDescription')} actions={actions?.final}>
          {final.map(one => (
            <div key={one.scale.id} className="grid gap-2">
              <p className="text-sm">
                {final.length > 1 ? <span className="font-medium">{one.scale.label}: </span> : null}
                {t('changedScores', { changed: one.changed, locked: one.locked })}
              </p>
              <ScoreTableView
                table={one.table}
                scale={scaleText(one)}
                disclosure={disclosure}
                caption={t('captionAfter', { label: one.scale.label })}
              />
            </div>
          ))}
        </Section>
      ) : null}
      {penalties.map(one => (
        <Section
          key={one.criterion.id}
          title={one.criterion.label}
          description={t('penaltiesDescription')}
          actions={actions?.penalties}
        >
          <PenaltyTableView penalties={one} disclosure={disclosure} />
        </Section>
      ))}
    </>
  )
}
