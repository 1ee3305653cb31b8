import { useFormatter, useTranslations } from 'next-intl'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { Penalties } from '@/server/results/queries/get-further-scores'

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
    <figure className="grid gap-2">
      <Table caption={t('penaltiesCaption', { label: criterion.label })}>
        <TableHeader>
          <TableRow>
            <TableHead className="sticky start-0 z-10 bg-muted">{t('model')}</TableHead>
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
              <TableHead
                scope="row"
                className="sticky start-0 z-10 h-auto max-w-64 truncate bg-card py-2 text-foreground"
              >
                <bdi>{row.model.name}</bdi>
              </TableHead>
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
      <figcaption className="max-w-4xl text-pretty text-muted-foreground text-xs leading-5">
        {disclosure ? (
          <strong dir="auto" className="font-semibold text-foreground">
            {disclosure}{' '}
          </strong>
        ) : null}
        {t(final ? 'penaltiesHowAfter' : 'penaltiesHow')}
      </figcaption>
    </figure>
  )
}
