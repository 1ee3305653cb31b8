import { useFormatter, useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { LabelTable } from '@/server/results/queries/get-labels'

/** How often each label was given to each model; one table per question. */
export function LabelTables({ tables, disclosure }: { tables: LabelTable[]; disclosure: string }) {
  const t = useTranslations('results')
  const format = useFormatter()
  const share = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 1 })
  return tables.map(({ criterion, labels, rows }) => (
    <Section key={criterion.id} title={criterion.label} description={t('labelsDescription')}>
      <figure className="grid gap-2">
        <Table caption={t('labelsCaption', { label: criterion.label })}>
          <TableHeader>
            <TableRow>
              <TableHead className="sticky start-0 z-10 bg-muted">{t('model')}</TableHead>
              {labels.map(({ id, label }) => (
                <TableHead key={id} numeric>
                  <bdi>{label}</bdi>
                </TableHead>
              ))}
              <TableHead numeric>{t('labelsJudged')}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {rows.map(row => (
              <TableRow key={row.model.id}>
                <TableHead
                  scope="row"
                  className="sticky start-0 z-10 h-auto max-w-64 truncate bg-card py-2 text-foreground"
                >
                  <bdi>{row.model.name}</bdi>
                </TableHead>
                {row.labels.map((found, index) => (
                  <TableCell key={labels[index]?.id ?? index} numeric>
                    {found.share === null ? (
                      '–'
                    ) : (
                      <>
                        {format.number(found.count)}{' '}
                        <span className="text-muted-foreground text-xs">{share(found.share)}</span>
                      </>
                    )}
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
          {t('labelsHow')}
        </figcaption>
      </figure>
    </Section>
  ))
}
