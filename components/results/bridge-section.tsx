import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Section } from '@/components/ui/page-header'
import type { BridgeRow } from '@/server/results/bridge-row'
import { BridgeTable } from './bridge-table'

/** What anchors got by one criterion. */
export interface Bridge {
  criterion: { id: string; label: string }
  rows: BridgeRow[]
}

interface BridgeSectionProps {
  bridges: Bridge[]
  disclosure: string
  /** They are in points of 100. */
  byRubric?: boolean
  actions?: ReactNode
}

/** The bridges to a model that was added later; nothing where no criterion has one. */
export function BridgeSection({ bridges, disclosure, byRubric = false, actions }: BridgeSectionProps) {
  const t = useTranslations('results.bridge')
  const shown = bridges.filter(({ rows }) => rows.length > 0)
  if (shown.length === 0) return null
  return (
    <Section
      title={t('title')}
      description={byRubric ? `${t('description')} ${t('rubric')}` : t('description')}
      actions={actions}
    >
      <div className="grid gap-6">
        {shown.map(({ criterion, rows }) => (
          <BridgeTable key={criterion.id} rows={rows} label={criterion.label} disclosure={disclosure} />
        ))}
      </div>
    </Section>
  )
}
