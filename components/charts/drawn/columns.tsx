'use client'

import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts'
import type { ColumnChartProps } from '../column-chart'
import { useFigure } from '../figure-context'
import { seriesFill } from '../series-fill'
import { ChartHeading } from './chart-heading'
import { ChartReading } from './chart-reading'
import { axisLook, useAxisNumber } from './use-axis-number'

/** Columns over an axis of names. */
export default function Columns({ columns, heading, height, most, format = 'number', series = 1 }: ColumnChartProps) {
  const { id, title, isRightToLeft } = useFigure()
  const write = useAxisNumber(format)
  return (
    <BarChart
      responsive
      data={columns}
      style={{ width: '100%', height }}
      margin={{ top: heading ? 24 : 6, right: 4, bottom: 0, left: 4 }}
      barCategoryGap={columns.length > 12 ? 1 : 2}
      aria-label={heading ? `${title}: ${heading.label}` : title}
    >
      <CartesianGrid vertical={false} stroke="var(--border)" />
      <XAxis
        {...axisLook}
        dataKey="label"
        interval="preserveStartEnd"
        minTickGap={8}
        reversed={isRightToLeft}
        height={22}
      />
      <YAxis
        {...axisLook}
        axisLine={false}
        domain={[0, most ?? 'auto']}
        allowDecimals={format === 'percent'}
        tickCount={4}
        tickFormatter={write}
        orientation={isRightToLeft ? 'right' : 'left'}
        width={38}
      />
      <Bar dataKey="value" fill={seriesFill(id, series)} isAnimationActive={false} radius={[2, 2, 0, 0]} />
      <Tooltip content={<ChartReading />} cursor={{ fill: 'var(--muted)' }} isAnimationActive={false} />
      {heading ? <ChartHeading {...heading} /> : null}
    </BarChart>
  )
}
