import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { ModelDifference, PairedDifferences } from '@/server/results/computed/paired-differences'
import { decimals } from '@/server/results/decimals'
import { turnedDifference } from './better-first'
import { type Behind, pairAddress } from './item-address'
import { ModelColumn, ModelRow } from './model-head'
import { ResultFigure } from './result-figure'
import { usePValue } from './use-p-value'

interface DifferenceMatrixProps {
  differences: PairedDifferences
  disclosure: string
  behind: Behind
}

/** Each model (rows) minus each other one (columns), the best first. */
export function DifferenceMatrix({ differences, disclosure, behind }: DifferenceMatrixProps) {
  const t = useTranslations('differences')
  const { pairs, ranks, alpha } = differences
  const between = (first: string, second: string) => {
    const found = pairs.find(pair => pair.first === first && pair.second === second)
    if (found) return found
    const back = pairs.find(pair => pair.first === second && pair.second === first)
    return back && turnedDifference(back)
  }
  return (
    <ResultFigure disclosure={disclosure} howToRead={t('matrixHow', { alpha })}>
      <Table caption={t('matrixCaption')}>
        <TableHeader>
          <TableRow>
            <ModelColumn>{t('minusColumn')}</ModelColumn>
            {ranks.map(({ model }) => (
              <TableHead key={model.id} numeric className="max-w-48 truncate">
                <bdi>{model.name}</bdi>
              </TableHead>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {ranks.map(({ model }) => (
            <TableRow key={model.id}>
              <ModelRow name={model.name} />
              {ranks.map(other => (
                <Difference
                  key={other.model.id}
                  pair={other.model.id === model.id ? null : between(model.id, other.model.id)}
                  alpha={alpha}
                  href={pairAddress(behind, model.id, other.model.id)}
                />
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ResultFigure>
  )
}

interface DifferenceProps {
  /** Null: a model and itself. */
  pair: ModelDifference | null | undefined
  alpha: number
  /** To the items behind it. */
  href: string
}

/** The sign, the weight and the words say what is significant; no colour does so alone. */
function Difference({ pair, alpha, href }: DifferenceProps) {
  const t = useTranslations('differences')
  const pValue = usePValue()
  if (pair === null) return <TableCell numeric className="bg-muted/50" />
  if (!pair || pair.mean === null)
    return (
      <TableCell numeric className="text-muted-foreground">
        <span aria-hidden>–</span>
        <span className="sr-only">{t('noCommon')}</span>
      </TableCell>
    )
  const isSignificant = pair.pAdjusted !== null && pair.pAdjusted < alpha
  const isBetter = pair.mean > 0
  return (
    <TableCell numeric className="align-top">
      <Link
        href={href}
        prefetch={false}
        className={`inline-block rounded-sm text-[0.9375rem] leading-5 ${isSignificant ? `font-bold ${isBetter ? 'text-success' : 'text-destructive'}` : ''}`}
      >
        <bdi dir="ltr">
          {isSignificant ? <span aria-hidden>{isBetter ? '▲ ' : '▼ '}</span> : null}
          {pair.mean > 0 ? '+' : ''}
          {decimals(pair.mean, 2)}
        </bdi>
        {isSignificant ? <span className="sr-only"> {t(isBetter ? 'rowBetter' : 'columnBetter')}</span> : null}
      </Link>
      {pair.lower === null ? null : (
        <span className="mt-1 block text-muted-foreground text-xs leading-4">
          <bdi dir="ltr">
            [{decimals(pair.lower, 2)}, {decimals(pair.upper, 2)}]
          </bdi>
        </span>
      )}
      <span className="block text-muted-foreground text-xs leading-4">
        <bdi dir="ltr">
          {pair.pAdjusted !== null && pair.pAdjusted < 0.001 ? t('pTiny') : t('p', { p: pValue(pair.pAdjusted) })}
        </bdi>
      </span>
      <span className="block text-muted-foreground text-xs leading-4">{t('n', { n: pair.n })}</span>
    </TableCell>
  )
}
