'use client'

import type { ChartMark } from '../chart-data'

interface ChartReadingProps {
  active?: boolean
  payload?: readonly { payload?: ChartMark }[]
}

/** The figures of the row or column that is pointed at, or reached with the arrow keys; read out as it changes. */
export function ChartReading({ active, payload }: ChartReadingProps) {
  const mark = payload?.[0]?.payload
  return (
    <div
      role="status"
      dir="auto"
      className={
        active && mark
          ? 'max-w-64 rounded-md border bg-popover px-2.5 py-2 text-popover-foreground text-xs shadow-md'
          : ''
      }
    >
      {active && mark ? (
        <>
          <p className="font-medium">
            <bdi>{mark.label}</bdi>
          </p>
          <dl className="tabular mt-1 grid grid-cols-[auto_auto] gap-x-3 gap-y-0.5">
            {mark.readings.map(({ label, value }) => (
              <div key={label} className="contents">
                <dt className="text-muted-foreground">{label}</dt>
                <dd className="text-end">
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
    </div>
  )
}
