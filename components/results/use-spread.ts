'use client'

import { useTranslations } from 'next-intl'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { decimals } from '@/server/results/decimals'
import type { ScoreCell } from '@/server/results/score-table'

/** How the uncertainty of a mean is written. */
export const spreads = ['half', 'interval', 'error', 'none'] as const
export type Spread = (typeof spreads)[number]

/** The way that is chosen; it stands in the address. */
export const useSpreadChoice = () =>
  useQueryState('spread', parseAsStringLiteral(spreads).withDefault('half').withOptions({ shallow: true }))

/** Writes the uncertainty of a cell in the way chosen; null: nothing is to be written. */
export function useSpread(): (cell: Pick<ScoreCell, 'display' | 'interval' | 'standardError' | 'n'>) => string | null {
  const t = useTranslations('results')
  const [spread] = useSpreadChoice()
  return ({ display, interval, standardError, n }) => {
    if (spread === 'none' || n === 0) return null
    const digits = display.split('.')[1]?.length ?? 0
    const write = (value: number) => decimals(value, digits)
    if (spread === 'error')
      return standardError === null ? t('spread.unknownError') : t('spread.errorOf', { value: write(standardError) })
    if (interval === null) return t('spread.unknown')
    const { lower, upper } = interval
    return spread === 'half' ? `± ${write((upper - lower) / 2)}` : `[${write(lower)}, ${write(upper)}]`
  }
}
