import { useFormatter, useTranslations } from 'next-intl'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { BridgeRow } from '@/server/results/bridge-row'
import { decimals } from '@/server/results/decimals'
import { ModelColumn, ModelRow } from './model-head'
import { ResultFigure } from './result-figure'

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
    <ResultFigure disclosure={disclosure} howToRead={t('howToRead')}>
      <Table caption={t('caption', { label })}>
        <TableHeader>
          <TableRow>
            <ModelColumn>{t('anchor')}</ModelColumn>
            <TableHead numeric>{t('first')}</TableHead>
            <TableHead numeric>{t('again')}</TableHead>
            <TableHead numeric>{t('difference')}</TableHead>
            <TableHead numeric>{t('items')}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map(({ model, first, again, difference: { value, lower, upper, n } }) => (
            <TableRow key={model.id}>
              <ModelRow name={model.name} />
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
    </ResultFigure>
  )
}
