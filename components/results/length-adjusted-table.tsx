import { useFormatter, useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { decimals } from '@/server/results/decimals'
import type { LengthAdjusted } from '@/server/results/queries/compute-length-adjusted'
import type { Computed } from '@/server/results/queries/get-computed'
import { ComputedFrame } from './computed-frame'
import { OneTableDownload } from './one-table-download'
import { ResultFigure } from './result-figure'
import { type Disclosable, useDisclosed } from './use-disclosed'
import { usePValue } from './use-p-value'

interface LengthAdjustedTableProps {
  adjusted: Computed<LengthAdjusted>
  study: string
  criterion: string
  facts: Disclosable
}

/** Differences as they would be if both responses were equally long. */
export function LengthAdjustedTable({ adjusted, study, criterion, facts }: LengthAdjustedTableProps) {
  const t = useTranslations('lengthAdjusted')
  const general = useTranslations('differences')
  const format = useFormatter()
  const pValue = usePValue()
  const disclosed = [useDisclosed(facts), t('exploratory')].filter(Boolean).join(' ')
  const made = adjusted.state === 'ready' ? adjusted : adjusted.previous
  const isKnown = made?.value.pairs.some(pair => pair.n > 0)
  return (
    <Section
      title={t('title')}
      description={t('description')}
      actions={
        isKnown ? (
          <OneTableDownload study={study} table="length-adjusted" criterion={criterion} filter={facts.filter} />
        ) : undefined
      }
    >
      <ComputedFrame computed={adjusted}>
        {({ models, lengths, pairs }) => {
          const known = pairs.filter(pair => pair.n > 0)
          const nameOf = (id: string) => models.find(model => model.id === id)?.name ?? ''
          const lengthOf = (id: string) => {
            const mean = lengths.find(one => one.modelId === id)?.mean ?? null
            return mean === null ? '–' : format.number(Math.round(mean))
          }
          if (known.length === 0) return <p className="text-muted-foreground">{t('none')}</p>
          return (
            <ResultFigure disclosure={disclosed} howToRead={t('howToRead')}>
              <Table caption={t('title')}>
                <TableHeader>
                  <TableRow>
                    <TableHead>{general('pair')}</TableHead>
                    <TableHead numeric>{t('lengths')}</TableHead>
                    <TableHead numeric>{t('asJudged')}</TableHead>
                    <TableHead numeric>{t('atEqual')}</TableHead>
                    <TableHead numeric>{t('interval')}</TableHead>
                    <TableHead numeric>{t('p')}</TableHead>
                    <TableHead numeric>{general('items')}</TableHead>
                  </TableRow>
                </TableHeader>
                <TableBody>
                  {known.map(pair => (
                    <TableRow key={`${pair.first} ${pair.second}`}>
                      <TableHead scope="row" className="text-foreground">
                        {general('minus', { first: nameOf(pair.first), second: nameOf(pair.second) })}
                      </TableHead>
                      <TableCell numeric>
                        <bdi dir="ltr">
                          {lengthOf(pair.first)} / {lengthOf(pair.second)}
                        </bdi>
                      </TableCell>
                      <TableCell numeric>{decimals(pair.unadjusted, 2)}</TableCell>
                      <TableCell numeric className="font-medium">
                        {decimals(pair.adjusted, 2)}
                      </TableCell>
                      <TableCell numeric>
                        <bdi dir="ltr">
                          {pair.lower === null ? '–' : `[${decimals(pair.lower, 2)}, ${decimals(pair.upper, 2)}]`}
                        </bdi>
                      </TableCell>
                      <TableCell numeric>
                        <bdi dir="ltr">{pValue(pair.p)}</bdi>
                      </TableCell>
                      <TableCell numeric>{format.number(pair.n)}</TableCell>
                    </TableRow>
                  ))}
                </TableBody>
              </Table>
            </ResultFigure>
          )
        }}
      </ComputedFrame>
    </Section>
  )
}
