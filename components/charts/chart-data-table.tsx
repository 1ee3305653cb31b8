'use client'

import { useTranslations } from 'next-intl'
import { Collapsible, CollapsibleContent, CollapsibleTrigger } from '@/components/ui/collapsible'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'

/** What a chart shows, as texts. The first cell of a row names it; all others are figures. */
export interface ChartTable {
  columns: string[]
  rows: { id: string; cells: string[] }[]
}

/** The data of a chart, shown on demand. */
export function ChartData({ title, columns, rows }: ChartTable & { title: string }) {
  const t = useTranslations('charts')
  const [head, ...figures] = columns
  return (
    <Collapsible>
      <CollapsibleTrigger>
        {t('showData')}
        <span className="sr-only">: {title}</span>
      </CollapsibleTrigger>
      <CollapsibleContent className="pt-2">
        <Table
          caption={t('dataOf', { title })}
          dense
          stickyHeader
          className="w-auto"
          frameClassName="max-h-96 w-fit max-w-full"
        >
          <TableHeader>
            <TableRow>
              <TableHead>{head}</TableHead>
              {figures.map(column => (
                <TableHead key={column} numeric>
                  <bdi>{column}</bdi>
                </TableHead>
              ))}
            </TableRow>
          </TableHeader>
          <TableBody>
            {rows.map(({ id, cells: [name, ...values] }) => (
              <TableRow key={id}>
                <TableHead scope="row" className="text-foreground">
                  <bdi>{name}</bdi>
                </TableHead>
                {values.map((value, index) => (
                  <TableCell key={figures[index]} numeric>
                    <bdi>{value}</bdi>
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </CollapsibleContent>
    </Collapsible>
  )
}
