import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ModelColumn, ModelRow } from '@/components/results/model-head'
import { ResultFigure } from '@/components/results/result-figure'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import { decimals } from '@/server/results/decimals'
import type { HeadToHead } from '@/server/results/head-to-head'
import type { Outcome } from '@/server/results/items/item-selection'
import type { TableModel } from '@/server/results/score-table'
import { WinTieLossBar } from './win-tie-loss-bar'

type Cell = HeadToHead['rows'][number]['total']

interface WinTieLossMatrixProps {
  rows: HeadToHead['rows']
  disclosure: string
  /** Where the items behind a count are; without an opponent: against all others. */
  itemsOf: (outcome: Outcome, model: TableModel, opponent: TableModel | null) => string
}

/** Each model (rows) against each other one (columns), and against all others together. */
export function WinTieLossMatrix({ rows, disclosure, itemsOf }: WinTieLossMatrixProps) {
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
              <OutcomeCell cell={total} model={model} opponent={null} itemsOf={itemsOf} />
              {cells.map((cell, index) => {
                const opponent = rows[index]?.model ?? null
                return (
                  <OutcomeCell key={opponent?.id} cell={cell} model={model} opponent={opponent} itemsOf={itemsOf} />
                )
              })}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ResultFigure>
  )
}

interface OutcomeCellProps extends Pick<WinTieLossMatrixProps, 'itemsOf'> {
  cell: Cell | null
  model: TableModel
  opponent: TableModel | null
}

const linkNames = { win: 'itemsWin', tie: 'itemsTie', loss: 'itemsLoss' } as const
const linkNamesAll = { win: 'itemsWinAll', tie: 'itemsTieAll', loss: 'itemsLossAll' } as const

function OutcomeCell({ cell, model, opponent, itemsOf }: OutcomeCellProps) {
  const t = useTranslations('headToHead')
  if (cell === null || cell.percentages === null)
    return (
      <TableCell className="text-muted-foreground">
        <span aria-hidden>{t('none')}</span>
        {opponent?.id === model.id ? null : <span className="sr-only">{t('noComparison')}</span>}
      </TableCell>
    )
  const [win = '', tie = '', loss = ''] = cell.percentages
  const { wins, ties, losses, net, signTest } = cell
  const link = (outcome: Outcome, count: number) =>
    function Count(words: ReactNode) {
      if (count === 0) return words
      const name = opponent
        ? t(linkNames[outcome], { count, model: model.name, opponent: opponent.name })
        : t(linkNamesAll[outcome], { count, model: model.name })
      return (
        <Link
          href={itemsOf(outcome, model, opponent)}
          aria-label={name}
          prefetch={false}
          className="underline decoration-dotted underline-offset-2 hover:text-foreground hover:decoration-solid"
        >
          {words}
        </Link>
      )
    }
  const links = { win: link('win', wins), tie: link('tie', ties), loss: link('loss', losses) }
  return (
    <TableCell wrap className="min-w-40 py-2 align-top">
      <span className="tabular block whitespace-nowrap text-[0.9375rem] leading-5">
        {t('percent', { win, tie, loss })}
      </span>
      <WinTieLossBar wins={wins} ties={ties} losses={losses} />
      <span className="tabular mt-1 block text-muted-foreground text-xs leading-5">
        {t.rich('wtlLinks', { wins, ties, losses, ...links })}
      </span>
      <span className="tabular block whitespace-nowrap text-muted-foreground text-xs leading-4">
        {t('net', { net: decimals(net.value, 3), lower: decimals(net.lower, 3), upper: decimals(net.upper, 3) })}
      </span>
      <span className="tabular block whitespace-nowrap text-muted-foreground text-xs leading-4">
        {signTest.p < 0.001 ? t('pBothSmall') : t('pBoth', { p: signTest.p.toFixed(3), mid: signTest.midP.toFixed(3) })}
      </span>
    </TableCell>
  )
}
