import type { DateTimeFormatOptions } from 'next-intl'

/** A moment in a table: 24 hours, for the space before AM differs between server and browser. */
export const momentFormat: DateTimeFormatOptions = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
}
