import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Section } from '@/components/ui/page-header'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { LabelTable } from '@/server/results/queries/get-labels'
import { labelAddress } from './item-address'
import { ModelColumn, ModelRow } from './model-head'
import { ResultFigure } from './result-figure'
import { type Disclosable, useDisclosed } from './use-disclosed'

interface LabelTablesProps {
  study: string
  tables: LabelTable[]
  facts: Disclosable
  /** Beside the first: it is of all of them. */
  actions?: ReactNode
}

/** How often each label was given to each model; one table per question. */
export function LabelTables({ study, tables, facts, actions }: LabelTablesProps) {
  const disclosure = useDisclosed(facts)
  const t = useTranslations('results')
  const format = useFormatter()
  const share = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 1 })
  return tables.map(({ criterion, labels, rows }, at) => (
    <Section
      key={criterion.id}
      title={criterion.label}
      description={t('labelsDescription')}
      actions={at === 0 ? actions : undefined}
    >
      <ResultFigure disclosure={disclosure} howToRead={t('labelsHow')}>
        <Table caption={t('labelsCaption', { label: criterion.label })}>
          <TableHeader>
            <TableRow>
              <ModelColumn>{t('model')}</ModelColumn>
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
                <ModelRow name={row.model.name} />
                {row.labels.map((found, index) => (
                  <TableCell key={labels[index]?.id ?? index} numeric>
                    {found.share === null ? (
                      '–'
                    ) : (
                      <>
                        <Count
                          count={found.count}
                          href={labelAddress(
                            { study, criterion: criterion.id, filter: facts.filter },
                            row.model.id,
                            labels[index]?.id ?? '',
                          )}
                        />{' '}
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
      </ResultFigure>
    </Section>
  ))
}

/** Leads to the items behind it. */
function Count({ count, href }: { count: number; href: string }) {
  const format = useFormatter()
  if (count === 0) return format.number(count)
  return (
    <Link href={href} prefetch={false} className="rounded-sm underline-offset-4 hover:underline">
      {format.number(count)}
    </Link>
  )
}
