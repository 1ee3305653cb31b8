import { useFormatter, useTranslations } from 'next-intl'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { Penalties } from '@/server/results/queries/get-further-scores'
import { ModelColumn, ModelRow } from './model-head'
import { ResultFigure } from './result-figure'

interface PenaltyTableViewProps {
  penalties: Penalties
  disclosure: string
}

/** Models × (mean weight of marks, marks by severity). */
export function PenaltyTableView({ penalties, disclosure }: PenaltyTableViewProps) {
  const t = useTranslations('results')
  const format = useFormatter()
  const { criterion, severities, rows, final } = penalties
  return (
    <ResultFigure disclosure={disclosure} howToRead={t(final ? 'penaltiesHowAfter' : 'penaltiesHow')}>
      <Table caption={t('penaltiesCaption', { label: criterion.label })}>
        <TableHeader>
          <TableRow>
            <ModelColumn>{t('model')}</ModelColumn>
            <TableHead numeric className="text-foreground">
              {t('penalty')}
            </TableHead>
            {final ? <TableHead numeric>{t('penaltyAfter')}</TableHead> : null}
            {severities.map(severity => (
              <TableHead key={severity.id} numeric>
                <bdi>{severity.label}</bdi> ({format.number(severity.weight)})
              </TableHead>
            ))}
            <TableHead numeric>{t('items')}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map((row, index) => (
            <TableRow key={row.model.id}>
              <ModelRow name={row.model.name} />
              <TableCell numeric>{row.display}</TableCell>
              {final ? <TableCell numeric>{final[index]?.display ?? '–'}</TableCell> : null}
              {(final?.[index] ?? row).marks.map((marks, at) => (
                <TableCell key={severities[at]?.id ?? at} numeric>
                  {format.number(marks)}
                </TableCell>
              ))}
              <TableCell numeric>{format.number(row.n)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ResultFigure>
  )
}
