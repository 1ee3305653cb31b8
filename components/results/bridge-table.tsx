import { useFormatter, useTranslations } from 'next-intl'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { BridgeRow } from '@/server/results/bridge-row'
import { decimals } from '@/server/results/decimals'

interface BridgeTableProps {
  rows: BridgeRow[]
  /** Of the scale or the checklist. */
  label: string
  disclosure: string
}

/** What anchors got at first, and again beside a model that was added later. */
export function BridgeTable({ rows, label, disclosure }: BridgeTableProps) {
  const t = useTranslations('results.bridge')
  const format = useFormatter()
  return (
    <figure className="grid gap-2">
      <Table caption={t('caption', { label })}>
        <TableHeader>
          <TableRow>
            <TableHead className="sticky start-0 z-10 bg-muted">{t('anchor')}</TableHead>
            <TableHead numeric>{t('first')}</TableHead>
            <TableHead numeric>{t('again')}</TableHead>
            <TableHead numeric>{t('difference')}</TableHead>
            <TableHead numeric>{t('items')}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map(({ model, first, again, difference: { value, lower, upper, n } }) => (
            <TableRow key={model.id}>
              <TableHead
                scope="row"
                className="sticky start-0 z-10 h-auto max-w-64 truncate bg-card py-2 text-foreground"
              >
                <bdi>{model.name}</bdi>
              </TableHead>
              <TableCell numeric>{decimals(first, 2)}</TableCell>
              <TableCell numeric>{decimals(again, 2)}</TableCell>
              <TableCell numeric>
                <bdi dir="ltr">{decimals(value, 2)}</bdi>
                {lower === null || upper === null ? null : (
                  <span className="mt-1 block text-muted-foreground text-xs">
                    <bdi dir="ltr">
                      [{decimals(lower, 2)}, {decimals(upper, 2)}]
                    </bdi>
                  </span>
                )}
              </TableCell>
              <TableCell numeric>{format.number(n)}</TableCell>
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
        {t('howToRead')}
      </figcaption>
    </figure>
  )
}
