import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { CriterionAgreement } from '@/server/results/agreement/criterion-agreement'
import type { MatrixMeasure } from '@/server/results/agreement/matrix-measure'
import { decimals } from '@/server/results/decimals'

interface PairwiseMatrixProps {
  agreement: CriterionAgreement
  measure: MatrixMeasure
  /** The page with another measure. */
  addressOf: (measure: MatrixMeasure) => string
}

interface Shown {
  /** Null: undefined for this pair. */
  value: number | null
  n: number
}

/** Each two annotators: α, κ, equal judgments, or how many units both judged. */
export function PairwiseMatrix({ agreement, measure, addressOf }: PairwiseMatrixProps) {
  const t = useTranslations('qualityResults')
  const words = useTranslations('agreement')
  const { pairwise, kappas, criterion } = agreement
  const { annotators, left } = pairwise
  const found = new Map<string, Shown>(
    measure === 'kappa'
      ? kappas.flatMap(({ first, second, kappa }) =>
          kappa.n > 0 ? [[`${first} ${second}`, { value: kappa.value, n: kappa.n }]] : [],
        )
      : pairwise.pairs.map(({ first, second, n, alpha, equal }) => [
          `${first} ${second}`,
          { value: { alpha, equal, common: n }[measure], n },
        ]),
  )
  const measures = (['alpha', 'kappa', 'equal', 'common'] as const).filter(
    one => one !== 'kappa' || kappas.some(({ kappa }) => kappa.n > 0),
  )
  const figure = (value: number | null) => (measure === 'common' ? String(value ?? 0) : decimals(value, 2))
  const lowest =
    measure === 'common'
      ? []
      : [...found]
          .flatMap(([names, { value, n }]) => (value === null ? [] : [{ names: names.split(' '), value, n }]))
          .sort((a, b) => a.value - b.value)
          .slice(0, 3)
  return (
    <div className="grid gap-2">
      <nav aria-label={t('measure')} className="flex flex-wrap items-center gap-2">
        {measures.map(one => (
          <Button key={one} asChild size="sm" variant={one === measure ? 'default' : 'outline'}>
            <Link href={addressOf(one)} scroll={false} aria-current={one === measure ? 'true' : undefined}>
              {t(`measures.${one}`)}
            </Link>
          </Button>
        ))}
      </nav>
      <Table
        caption={t(`matrix.${measure}`, { criterion: criterion.label })}
        dense
        className="w-auto"
        frameClassName="w-fit max-w-full"
      >
        <TableHeader>
          <TableRow>
            <TableHead className="sticky start-0 z-10 bg-muted">{words('annotator')}</TableHead>
            {annotators.slice(0, -1).map((name, index) => (
              <TableHead key={name} numeric title={name}>
                <span aria-hidden>{index + 1}</span>
                <span className="sr-only">{name}</span>
              </TableHead>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {annotators.map((name, row) => (
            <TableRow key={name}>
              <TableHead scope="row" className="sticky start-0 z-10 bg-card text-foreground">
                <span aria-hidden className="tabular me-1.5 text-muted-foreground">
                  {row + 1}
                </span>
                <bdi>{name}</bdi>
              </TableHead>
              {annotators.slice(0, -1).map((other, column) => {
                const cell = column < row ? (found.get(`${other} ${name}`) ?? null) : undefined
                return (
                  <TableCell key={other} numeric style={shadeOf(cell, measure)}>
                    {cell === undefined ? null : cell === null ? (
                      <>
                        <span aria-hidden className="text-muted-foreground">
                          ·
                        </span>
                        <span className="sr-only">{t('noPair')}</span>
                      </>
                    ) : (
                      <>
                        {figure(cell.value)}
                        {measure === 'common' ? null : (
                          <span className={annotators.length > 8 ? 'sr-only' : 'block text-muted-foreground text-xs'}>
                            {words('units', { count: cell.n })}
                          </span>
                        )}
                      </>
                    )}
                  </TableCell>
                )
              })}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <p className="max-w-4xl text-pretty text-muted-foreground text-xs leading-5">
        {t('matrixHow')}{' '}
        {annotators.length > 3 && lowest.length > 0
          ? t('lowest', {
              pairs: lowest
                .map(({ names: [first = '', second = ''], value, n }) =>
                  t('pairWords', { first, second, value: decimals(value, 2), n }),
                )
                .join('; '),
            })
          : null}{' '}
        {left > 0 ? t('matrixLeft', { count: left }) : null}
      </p>
    </div>
  )
}

/** For the eyes alone: the figure stands in the cell. */
function shadeOf(cell: Shown | null | undefined, measure: MatrixMeasure) {
  if (!cell || cell.value === null || measure === 'common') return undefined
  const share = Math.round(35 * Math.min(1, Math.max(0, cell.value)))
  return { backgroundColor: `color-mix(in oklab, var(--chart-1) ${share}%, transparent)` }
}
