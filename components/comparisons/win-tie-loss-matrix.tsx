import { useTranslations } from 'next-intl'
import { ModelColumn, ModelRow } from '@/components/results/model-head'
import { ResultFigure } from '@/components/results/result-figure'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { decimals } from '@/server/results/decimals'
import type { HeadToHead } from '@/server/results/head-to-head'
import { WinTieLossBar } from './win-tie-loss-bar'

type Cell = HeadToHead['rows'][number]['total']

/** Each model (rows) against each other one (columns), and against all others together. */
export function WinTieLossMatrix({ rows, disclosure }: { rows: HeadToHead['rows']; disclosure: string }) {
  const t = useTranslations('headToHead')
  return (
    <ResultFigure disclosure={disclosure} howToRead={t('howToRead')}>
      <Table caption={t('caption')}>
        <TableHeader>
          <TableRow>
            <ModelColumn>{t('model')}</ModelColumn>
            <TableHead className="text-foreground">{t('all')}</TableHead>
            {rows.map(({ model }) => (
              <TableHead key={model.id} className="max-w-48 truncate">
                <bdi>{model.name}</bdi>
              </TableHead>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map(({ model, cells, total }) => (
            <TableRow key={model.id}>
              <ModelRow name={model.name} />
              <Outcome cell={total} />
              {cells.map((cell, index) => (
                <Outcome key={rows[index]?.model.id} cell={cell} isOwn={rows[index]?.model.id === model.id} />
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ResultFigure>
  )
}

function Outcome({ cell, isOwn = false }: { cell: Cell | null; isOwn?: boolean }) {
  const t = useTranslations('headToHead')
  if (cell === null || cell.percentages === null)
    return (
      <TableCell className="text-muted-foreground">
        <span aria-hidden>{t('none')}</span>
        {isOwn ? null : <span className="sr-only">{t('noComparison')}</span>}
      </TableCell>
    )
  const [win = '', tie = '', loss = ''] = cell.percentages
  const { wins, ties, losses, net, signTest } = cell
  return (
    <TableCell wrap className="min-w-40 py-2 align-top">
      <span
        className="tabular block whitespace-nowrap text-[0.9375rem] leading-5"
        title={t('wtl', { wins, ties, losses })}
      >
        {t('percent', { win, tie, loss })}
      </span>
      <WinTieLossBar wins={wins} ties={ties} losses={losses} />
      <span className="tabular mt-1 block text-muted-foreground text-xs leading-4">
        {t('wtl', { wins, ties, losses })}
      </span>
      <span className="tabular block whitespace-nowrap text-muted-foreground text-xs leading-4">
        {t('net', { net: decimals(net.value, 3), lower: decimals(net.lower, 3), upper: decimals(net.upper, 3) })}
      </span>
      <span className="tabular block text-muted-foreground text-xs leading-4">
        {signTest.p < 0.001 ? t('pSmall') : t('p', { p: signTest.p.toFixed(3) })}
      </span>
    </TableCell>
  )
}
