'use client'

import { usePlotArea, useXAxisScale, ZIndexLayer } from 'recharts'
import type { Interval } from '../chart-data'
import { useFigure } from '../figure-context'
import { fitText, textWidth } from '../picture-text'

const textSize = 12

export interface Row {
  id: string
  label: string
  /** At the other end of the label's line. */
  value: string
  interval?: Interval | undefined
}

/** On top of a chart of rows: the name and the figure of each above it, and its estimate with the interval. */
export function RowLayer({ rows, colour = 'var(--foreground)' }: { rows: Row[]; colour?: string }) {
  const { isRightToLeft } = useFigure()
  const plot = usePlotArea()
  const scale = useXAxisScale()
  if (!plot || !scale) return null
  const [start, end] = isRightToLeft ? [plot.x + plot.width, plot.x] : [plot.x, plot.x + plot.width]
  const band = plot.height / rows.length
  return (
    <ZIndexLayer zIndex={1150}>
      <g aria-hidden fontSize={textSize} fill="var(--foreground)" style={{ pointerEvents: 'none' }}>
        {rows.map(({ id, label, value, interval }, index) => {
          const top = plot.y + index * band
          const room = plot.width - textWidth(value, textSize) - 12
          return (
            <g key={id}>
              {/* The margin in the paper's colour keeps the name readable where a line of the chart runs through it. */}
              <text
                x={start}
                y={top + 13}
                textAnchor="start"
                direction={isRightToLeft ? 'rtl' : 'ltr'}
                fontWeight={500}
                stroke="var(--card)"
                strokeWidth={4}
                paintOrder="stroke"
              >
                {fitText(label, textSize, room)}
              </text>
              <text
                x={end}
                y={top + 13}
                textAnchor={isRightToLeft ? 'start' : 'end'}
                fill="var(--muted-foreground)"
                style={{ fontVariantNumeric: 'tabular-nums' }}
              >
                {value}
              </text>
              {interval ? <Whisker interval={interval} y={top + band / 2 + 7} scale={scale} colour={colour} /> : null}
            </g>
          )
        })}
      </g>
    </ZIndexLayer>
  )
}

interface WhiskerProps {
  interval: Interval
  y: number
  scale: (value: number) => number | undefined
  colour: string
}

/** A dot with the line of its interval; without an interval the dot is hollow. */
function Whisker({ interval: { value, lower, upper }, y, scale, colour }: WhiskerProps) {
  const at = (one: number | null) => (one === null ? undefined : scale(one))
  const [middle, from, to] = [at(value), at(lower), at(upper)]
  if (middle === undefined) return null
  const isKnown = from !== undefined && to !== undefined
  return (
    <g stroke={colour} strokeWidth={2}>
      {isKnown ? (
        <>
          {/* A margin in the paper's colour keeps the line apart from bars below it. */}
          <path d={`M${from} ${y}H${to}`} stroke="var(--card)" strokeWidth={5} />
          <path d={`M${from} ${y}H${to}M${from} ${y - 5}v10M${to} ${y - 5}v10`} fill="none" />
        </>
      ) : null}
      <circle
        cx={middle}
        cy={y}
        r={4.5}
        fill={isKnown ? colour : 'var(--card)'}
        stroke={isKnown ? 'var(--card)' : colour}
      />
    </g>
  )
}
