'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { TableCell } from '@/components/ui/table'
import type { ScoreCell } from '@/server/results/score-table'
import { useSpread } from './use-spread'

interface ScoreTableCellProps {
  cell: ScoreCell
  /** To the items behind it. */
  href?: string | undefined
}

/** Mean, its uncertainty, and n; the best of a column is bold, and said to be so. */
export function ScoreTableCell({ cell, href }: ScoreTableCellProps) {
  const t = useTranslations('results')
  const write = useSpread()
  const figure = 'block text-[0.9375rem] leading-5'
  const mean = cell.isBest ? (
    <strong className={`${figure} font-bold underline decoration-2 decoration-primary underline-offset-4`}>
      {cell.display}
      <span className="sr-only"> {t('best')}</span>
    </strong>
  ) : (
    <span className={figure}>{cell.display}</span>
  )
  const spread = write(cell)
  const small = 'block text-muted-foreground text-xs leading-4'
  return (
    <TableCell numeric className="align-top">
      {href && cell.n > 0 ? (
        <Link href={href} prefetch={false} className="inline-block rounded-sm hover:text-primary">
          {mean}
        </Link>
      ) : (
        mean
      )}
      {spread === null ? null : (
        <span className={`${small} mt-1`}>
          <bdi dir="ltr">{spread}</bdi>
        </span>
      )}
      <span className={spread === null ? `${small} mt-1` : small}>{t('n', { n: cell.n })}</span>
    </TableCell>
  )
}
