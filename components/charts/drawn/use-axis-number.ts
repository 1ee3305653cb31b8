'use client'

import { useFormatter } from 'next-intl'
import type { AxisFormat } from '../chart-data'

/** Writes a number of an axis in the reader's language. */
export function useAxisNumber(format: AxisFormat): (value: number) => string {
  const formatter = useFormatter()
  return value =>
    formatter.number(
      value,
      format === 'percent' ? { style: 'percent', maximumFractionDigits: 0 } : { maximumFractionDigits: 2 },
    )
}

/** Lines and texts of an axis. */
export const axisLook = {
  stroke: 'var(--border)',
  tick: { fill: 'var(--muted-foreground)', fontSize: 11, direction: 'ltr' },
  tickLine: false,
} as const
