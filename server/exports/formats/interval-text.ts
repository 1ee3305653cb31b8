import type { NumberCell } from '../table/result-table'

/** What follows a figure: its interval in brackets, or nothing. */
export const intervalText = ({ interval }: NumberCell, withIntervals: boolean): string =>
  interval && withIntervals ? ` [${interval.displays.join(', ')}]` : ''
