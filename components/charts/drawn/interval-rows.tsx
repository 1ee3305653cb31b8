'use client'

import { Bar, BarChart, CartesianGrid, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import { axisTicks } from '../axis-ticks'
import { useFigure } from '../figure-context'
import type { IntervalChartProps } from '../interval-chart'
import { rowsHeight } from '../rows-height'
import { seriesColour } from '../series-fill'
import { ChartReading } from './chart-reading'
import { RowLayer } from './row-layer'
import { axisLook, useAxisNumber } from './use-axis-number'

/** Rows of estimates with their intervals. */
export default function IntervalRows({ rows, domain, reference, format = 'number' }: IntervalChartProps) {
  const { title, isRightToLeft } = useFigure()
  const write = useAxisNumber(format)
  const values = rows.flatMap(({ interval: { value, lower, upper } }) =>
    [value, lower, upper, reference ?? null].filter(one => one !== null),
  )
  const ticks = domain ? axisTicks(...domain) : axisTicks(Math.min(...values), Math.max(...values))
  return (
    <BarChart
      responsive
      layout="vertical"
      data={rows}
      style={{ width: '100%', height: rowsHeight(rows.length) }}
      margin={{ top: 0, right: 16, bottom: 0, left: 16 }}
      aria-label={title}
    >
      <CartesianGrid horizontal={false} stroke="var(--border)" />
      <XAxis
        {...axisLook}
        type="number"
        domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
        ticks={ticks}
        allowDataOverflow
        tickFormatter={write}
        reversed={isRightToLeft}
        height={24}
      />
      <YAxis type="category" dataKey="id" hide />
      {/* Draws nothing itself: it is what the pointer and the arrow keys find. */}
      <Bar
        dataKey={(row: IntervalChartProps['rows'][number]) => row.interval.value}
        fill="none"
        isAnimationActive={false}
      />
      {reference === undefined ? null : (
        <ReferenceLine x={reference} stroke="var(--foreground)" strokeDasharray="4 3" />
      )}
      <Tooltip content={<ChartReading />} cursor={{ fill: 'var(--muted)' }} isAnimationActive={false} />
      <RowLayer rows={rows} colour={seriesColour(1)} />
    </BarChart>
  )
}
