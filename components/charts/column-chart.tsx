'use client'

import dynamic from 'next/dynamic'
import type { AxisFormat, ChartMark, Series } from './chart-data'
import { ChartSpace } from './chart-space'

export interface ColumnChartProps {
  columns: (ChartMark & { value: number })[]
  /** Stands above the columns, where a figure has several charts: what they are of, and at the other end how many. */
  heading?: { label: string; value: string }
  /** In pixels. */
  height: number
  /** The end of the axis, where several charts have one scale. */
  most?: number
  format?: AxisFormat
  series?: Series
}

const Drawn = dynamic(() => import('./drawn/columns'), { ssr: false })

/** Columns over scores, days or other names in order (a histogram). In a ChartFigure. */
export const ColumnChart = (props: ColumnChartProps) => (
  <ChartSpace height={props.height}>
    <Drawn {...props} />
  </ChartSpace>
)
