/** Pixels of one row of a chart: its texts above, what is drawn below. */
export const rowHeight = 46

/** Pixels of a chart of so many rows, with its axis. */
export const rowsHeight = (rows: number): number => rows * rowHeight + 30
