import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Stat, StatGroup } from '@/components/ui/stat'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { decimals } from '@/server/results/decimals'
import type { PreferenceGraphs } from '@/server/results/queries/list-preference-graphs'

/** Whether the preferences of each item make an order, and which ones do not. */
export function Consistency({ graphs, study }: { graphs: PreferenceGraphs; study: string }) {
  const t = useTranslations('headToHead')
  const list = (circles: string[][]) => circles.map(circle => circle.join(' · ')).join('; ') || t('none')
  return (
    <div className="grid gap-4">
      <StatGroup>
        <Stat label={t('graphItems')} value={graphs.items} />
        <Stat label={t('circular')} value={graphs.circular} />
        <Stat label={t('contradicted')} value={graphs.contradicted} hint={t('contradictedHint')} />
        <Stat label={t('zeta')} value={decimals(graphs.consistency, 2)} hint={t('zetaHint')} />
      </StatGroup>
      {graphs.inconsistent.length === 0 ? (
        <p className="text-muted-foreground">{t('consistent')}</p>
      ) : (
        <Table caption={t('inconsistentCaption')}>
          <TableHeader>
            <TableRow>
              <TableHead>{t('item')}</TableHead>
              <TableHead>{t('circles')}</TableHead>
              <TableHead>{t('contradictions')}</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {graphs.inconsistent.map(({ itemId, externalId, cycles, contradictions }) => (
              <TableRow key={itemId}>
                <TableHead scope="row" className="text-foreground">
                  <Link href={`/studies/${study}/items/${itemId}`} className="underline underline-offset-4">
                    <bdi>{externalId}</bdi>
                  </Link>
                </TableHead>
                <TableCell wrap>{list(cycles)}</TableCell>
                <TableCell wrap>{list(contradictions)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </div>
  )
}
