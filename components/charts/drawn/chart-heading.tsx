'use client'

import { useChartWidth } from 'recharts'
import { useFigure } from '../figure-context'
import { fitText, textWidth } from '../picture-text'

const size = 12

/** The line above a chart: what it is of, and a figure at the other end. */
export function ChartHeading({ label, value }: { label: string; value: string }) {
  const { isRightToLeft } = useFigure()
  const width = useChartWidth() ?? 0
  const [start, end] = isRightToLeft ? [width - 4, 4] : [4, width - 4]
  return (
    <g aria-hidden fontSize={size} fill="var(--foreground)" direction={isRightToLeft ? 'rtl' : 'ltr'}>
      <text x={start} y={14} textAnchor="start" fontWeight={500}>
        {fitText(label, size, width - textWidth(value, size) - 24)}
      </text>
      <text x={end} y={14} textAnchor="end" fill="var(--muted-foreground)">
        {value}
      </text>
    </g>
  )
}
