import { useFormatter, useTranslations } from 'next-intl'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { PairedDifferences } from '@/server/results/computed/paired-differences'
import { decimals } from '@/server/results/decimals'
import { ModelColumn, ModelRow } from './model-head'
import { ResultFigure } from './result-figure'

/** Which places each model can have, given what is significant. */
export function RankRangeTable({ ranks, disclosure }: { ranks: PairedDifferences['ranks']; disclosure: string }) {
  const t = useTranslations('differences')
  const format = useFormatter()
  return (
    <ResultFigure disclosure={disclosure} howToRead={t('ranksHow')}>
      <Table caption={t('ranks')} className="w-auto" frameClassName="w-fit max-w-full">
        <TableHeader>
          <TableRow>
            <ModelColumn>{t('model')}</ModelColumn>
            <TableHead numeric>{t('place')}</TableHead>
            <TableHead numeric>{t('group')}</TableHead>
            <TableHead numeric>{t('mean')}</TableHead>
            <TableHead numeric>{t('items')}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {ranks.map(({ model, first, last, cluster, mean, n }) => (
            <TableRow key={model.id}>
              <ModelRow name={model.name} />
              <TableCell numeric className="font-medium">
                <bdi dir="ltr">{first === last ? first : `${first}–${last}`}</bdi>
              </TableCell>
              <TableCell numeric>{format.number(cluster)}</TableCell>
              <TableCell numeric>{decimals(mean, 2)}</TableCell>
              <TableCell numeric>{format.number(n)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ResultFigure>
  )
}
