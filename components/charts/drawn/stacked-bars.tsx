'use client'

import { Bar, BarChart, CartesianGrid, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import { useFigure } from '../figure-context'
import { rowsHeight } from '../rows-height'
import { seriesFill } from '../series-fill'
import type { StackedBarChartProps } from '../stacked-bar-chart'
import { ChartReading } from './chart-reading'
import { RowLayer } from './row-layer'
import { axisLook, useAxisNumber } from './use-axis-number'

/** Rows of parts of a whole, 0 to 1, with an estimate on top. */
export default function StackedBars({ rows, parts, reference }: StackedBarChartProps) {
  const { id, title, isRightToLeft } = useFigure()
  const write = useAxisNumber('percent')
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
        domain={[0, 1]}
        ticks={[0, 0.25, 0.5, 0.75, 1]}
        tickFormatter={write}
        reversed={isRightToLeft}
        height={24}
      />
      <YAxis type="category" dataKey="id" hide />
      {parts.map(({ label, series }, part) => (
        <Bar
          key={label}
          dataKey={(row: StackedBarChartProps['rows'][number]) => row.shares[part]}
          name={label}
          stackId="whole"
          barSize={14}
          fill={seriesFill(id, series)}
          isAnimationActive={false}
          transform="translate(0 7)"
        />
      ))}
      {reference === undefined ? null : (
        <ReferenceLine x={reference} stroke="var(--foreground)" strokeDasharray="4 3" />
      )}
      <Tooltip content={<ChartReading />} cursor={false} isAnimationActive={false} />
      <RowLayer rows={rows} />
    </BarChart>
  )
}
