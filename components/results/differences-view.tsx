import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page-header'
import type { Differences } from '@/server/results/queries/compute-differences'
import type { Computed } from '@/server/results/queries/get-computed'
import { ComputedFrame } from './computed-frame'
import { DifferenceChart } from './difference-chart'
import { DifferenceMatrix } from './difference-matrix'
import { withFilter } from './filter/filter-address'
import { RankRangeTable } from './rank-range-table'
import { TableDownload } from './table-download'
import { type Disclosable, useDisclosed } from './use-disclosed'

interface DifferencesViewProps {
  study: string
  criterion: string
  differences: Computed<Differences>
  facts: Disclosable
}

/** Every model against every other, and the places that follow from it. */
export function DifferencesView({ study, criterion, differences, facts }: DifferencesViewProps) {
  const t = useTranslations('differences')
  const disclosed = useDisclosed(facts)
  const file = `/api/downloads/studies/${encodeURIComponent(study)}/differences?criterion=${criterion}`
  return (
    <Section
      title={t('title')}
      description={t('description')}
      actions={<TableDownload address={withFilter(file, facts.filter)} label={t('download')} />}
    >
      <ComputedFrame computed={differences}>
        {value =>
          value.pairs.length === 0 ? (
            <p className="text-muted-foreground">{t('none')}</p>
          ) : (
            <div className="grid gap-6">
              <DifferenceChart
                differences={value}
                title={t('title')}
                isTitled
                disclosure={disclosed}
                fileName={`${study}-differences`}
              />
              <div className="grid gap-3">
                <h3 className="font-semibold text-sm">{t('matrix')}</h3>
                <DifferenceMatrix
                  differences={value}
                  disclosure={disclosed}
                  behind={{ study, criterion, filter: facts.filter }}
                />
              </div>
              <div className="grid gap-3">
                <h3 className="font-semibold text-sm">{t('ranks')}</h3>
                <RankRangeTable ranks={value.ranks} disclosure={disclosed} />
              </div>
            </div>
          )
        }
      </ComputedFrame>
    </Section>
  )
}
