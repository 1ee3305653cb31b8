'use client'

import dynamic from 'next/dynamic'
import type { ChartMark, Interval, Series } from './chart-data'
import { ChartSpace } from './chart-space'
import { rowsHeight } from './rows-height'

export interface StackedBarChartProps {
  rows: (ChartMark & {
    /** Of the parts, in their order; they sum to 1. */
    shares: number[]
    /** At the end of the label's line. */
    value: string
    /** Drawn over the bar, on the same axis. */
    interval?: Interval
  })[]
  parts: { label: string; series: Series }[]
  /** A dashed line at this share. */
  reference?: number
}

const Drawn = dynamic(() => import('./drawn/stacked-bars'), { ssr: false })

/** Horizontal bars of shares, one row each, with an estimate and its interval over them. In a ChartFigure. */
export const StackedBarChart = (props: StackedBarChartProps) => (
  <ChartSpace height={rowsHeight(props.rows.length)}>
    <Drawn {...props} />
  </ChartSpace>
)
