import { useTranslations } from 'next-intl'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { decimals } from '@/server/results/decimals'
import type { Ranks } from '@/server/results/queries/get-ranks'

/** Mean ranks, the best first, and how far the annotators agree. */
export function RankTable({ models, concordance }: Ranks) {
  const t = useTranslations('headToHead')
  return (
    <figure className="grid gap-2">
      <Table caption={t('ranks')} className="w-auto" frameClassName="w-fit max-w-full">
        <TableHeader>
          <TableRow>
            <TableHead>{t('model')}</TableHead>
            <TableHead numeric>{t('meanRank')}</TableHead>
            <TableHead numeric>{t('items')}</TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {models.map(({ model, meanRank, items }) => (
            <TableRow key={model.id}>
              <TableHead scope="row" className="text-foreground">
                <bdi>{model.name}</bdi>
              </TableHead>
              <TableCell numeric>{decimals(meanRank, 2)}</TableCell>
              <TableCell numeric>{items}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <figcaption className="text-muted-foreground text-xs">
        {concordance === null
          ? t('noConcordance')
          : t('concordance', { value: decimals(concordance.value, 3), items: concordance.items })}
      </figcaption>
    </figure>
  )
}
