import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { decimals } from '@/server/results/decimals'
import type { Sensitivity, SensitivityRow } from '@/server/results/queries/compute-sensitivity'
import type { Computed } from '@/server/results/queries/get-computed'
import { ComputedFrame } from './computed-frame'
import { OneTableDownload } from './one-table-download'
import { ResultFigure } from './result-figure'
import { type Disclosable, useDisclosed } from './use-disclosed'

interface SensitivityTableProps {
  sensitivity: Computed<Sensitivity>
  study: string
  criterion: string
  facts: Disclosable
}

/** Whether anything hangs on what can be doubted, or on one annotator. */
export function SensitivityTable({ sensitivity, study, criterion, facts }: SensitivityTableProps) {
  const t = useTranslations('sensitivity')
  const disclosed = useDisclosed(facts)
  return (
    <Section
      title={t('title')}
      description={t('description')}
      actions={<OneTableDownload study={study} table="sensitivity" criterion={criterion} filter={facts.filter} />}
    >
      <ComputedFrame computed={sensitivity}>
        {({ models, rows }) => (
          <ResultFigure disclosure={disclosed} howToRead={t('howToRead')}>
            <Table caption={t('title')} stickyHeader frameClassName="max-h-[36rem]">
              <TableHeader>
                <TableRow>
                  <TableHead className="sticky start-0 z-20 bg-muted">{t('without')}</TableHead>
                  {models.map(({ id, name }) => (
                    <TableHead key={id} numeric className="max-w-48 truncate">
                      <bdi>{name}</bdi>
                    </TableHead>
                  ))}
                </TableRow>
              </TableHeader>
              <TableBody>
                {rows.filter(isTelling).map(row => (
                  <TableRow key={row.without === null ? '' : JSON.stringify(row.without)}>
                    <TableHead
                      scope="row"
                      className="sticky start-0 z-10 max-w-40 whitespace-normal bg-card text-foreground sm:max-w-none"
                    >
                      {row.without === null
                        ? t('nothing')
                        : row.without.kind === 'what'
                          ? t(`what.${row.without.what}`)
                          : t('annotator', { name: row.without.annotator })}
                    </TableHead>
                    {row.models.map(cell => (
                      <Changed key={cell.modelId} cell={cell} isBase={row.without === null} />
                    ))}
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </ResultFigure>
        )}
      </ComputedFrame>
    </Section>
  )
}

/** Without its only annotator a study has nothing left, which tells nothing. */
const isTelling = ({ without, models }: SensitivityRow) =>
  without?.kind !== 'annotator' || models.some(({ n }) => n > 0)

function Changed({ cell, isBase }: { cell: SensitivityRow['models'][number]; isBase: boolean }) {
  const t = useTranslations('sensitivity')
  const { mean, n, change, place, placeChange } = cell
  const small = 'block text-muted-foreground text-xs leading-4'
  const rounded = change === null ? null : Number(change.toFixed(2))
  return (
    <TableCell numeric className="align-top">
      <span className="block">
        {decimals(mean, 2)}
        {isBase || change === null ? null : (
          <bdi dir="ltr" className={`ms-1.5 text-xs ${rounded === 0 ? 'text-muted-foreground' : 'font-semibold'}`}>
            {rounded !== null && rounded > 0 ? '+' : ''}
            {decimals(change, 2)}
          </bdi>
        )}
      </span>
      <span className={small}>{t('n', { n })}</span>
      {place === null ? null : placeChange ? (
        <span className="block font-semibold text-warning text-xs leading-4">
          {t('placeChanged', { place, before: place + placeChange })}
        </span>
      ) : (
        <span className={small}>{t('place', { place })}</span>
      )}
    </TableCell>
  )
}
