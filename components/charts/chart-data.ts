// What charts are given: numbers to draw, and texts that are formatted already, for a chart knows no language.

/** A name and what stands beside it, as it is read. */
export interface Reading {
  label: string
  value: string
}

/** An estimate with its interval, in the units of the axis; null: undefined. */
export interface Interval {
  value: number | null
  lower: number | null
  upper: number | null
}

/** What every row, column or point of a chart has. */
export interface ChartMark {
  /** Unique in the chart. */
  id: string
  label: string
  /** All of its figures: for the pointer, the keyboard and screen readers. */
  readings: Reading[]
}

/** How an axis writes its numbers. */
export type AxisFormat = 'number' | 'percent'

/** One of the six looks of a series: a colour and a pattern; null: neither better nor worse. */
export type Series = 1 | 2 | 3 | 4 | 5 | 6 | null

/** What a look stands for. */
export interface ChartKey {
  label: string
  series: Series
}
