'use client'

import dynamic from 'next/dynamic'
import type { AxisFormat, ChartMark, Interval } from './chart-data'
import { ChartSpace } from './chart-space'
import { rowsHeight } from './rows-height'

export interface IntervalChartProps {
  rows: (ChartMark & {
    interval: Interval
    /** At the end of the label's line: "8.38 [8.26, 8.50]". */
    value: string
  })[]
  /** Of the axis; else just around what is drawn. */
  domain?: [number, number]
  /** A dashed line: no difference. */
  reference?: number
  format?: AxisFormat
}

const Drawn = dynamic(() => import('./drawn/interval-rows'), { ssr: false })

/** Estimates as dots with their intervals as lines, one row each (a forest plot). In a ChartFigure. */
export const IntervalChart = (props: IntervalChartProps) => (
  <ChartSpace height={rowsHeight(props.rows.length)}>
    <Drawn {...props} />
  </ChartSpace>
)
