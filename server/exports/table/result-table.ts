// A table as it is printed, whatever the format: made once from a result, and written by the files in ../formats.

export interface TextColumn {
  label: string
  kind: 'text'
}

export interface NumberColumn {
  label: string
  kind: 'number'
  /** Digits after the point, as displayed. */
  decimals: number
  /** Values are shares that are displayed as percent. */
  isPercent?: boolean
}

export type TableColumn = TextColumn | NumberColumn

export interface Interval {
  lower: number
  upper: number
  /** Both as displayed. */
  displays: [string, string]
}

export interface NumberCell {
  /** Exact, never rounded; null: undefined. */
  value: number | null
  /** What the page shows, to the digit. */
  display: string
  /** Of 95 %. */
  interval: Interval | null
  /** What it rests on, where that is not a column of its own. */
  n: number | null
  mark: 'best' | 'second' | null
}

/** Under a text column a text, under a column of numbers a number. */
export type TableCell = string | NumberCell

export interface ResultTable {
  caption: string
  columns: TableColumn[]
  rows: TableCell[][]
  /** What the columns rest on; below the rows, in texts. */
  footer: string[][]
  /** How to read it. */
  notes: string[]
}

/** The same result in long form: what becomes CSV. Cells are exact; columns that are not named in `numbers` are texts. */
export interface Records {
  header: readonly string[]
  numbers: readonly string[]
  rows: string[][]
}

/** All tables of one result, and what has to be said of them wherever they go. */
export interface ResultTables {
  study: string
  name: string
  /** "scores", "head-to-head" …: part of file names. */
  result: string
  criterion: { id: string; label: string } | null
  judgments: 'original' | 'adjudicated'
  /** What is disclosed of the study, and what was left out of the table; may be empty. */
  disclosure: string
  /** Of the statistics. */
  methodVersion: string
  tables: ResultTable[]
  records: Records
}

/** An interval whose ends are written by `write`; null unless it has both. */
export const intervalOf = (
  { lower, upper }: { lower?: number | null; upper?: number | null },
  write: (end: number) => string,
): Interval | null =>
  typeof lower === 'number' && typeof upper === 'number'
    ? { lower, upper, displays: [write(lower), write(upper)] }
    : null

/** A number without interval, n and mark. */
export const numberCell = (
  value: number | null,
  display: string,
  more: Partial<Omit<NumberCell, 'value' | 'display'>> = {},
): NumberCell => ({ value, display, interval: null, n: null, mark: null, ...more })
