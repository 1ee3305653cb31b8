// The stretches of days for which a statement is usually wanted, by the calendar that `now` was read with.

export interface StatementRange {
  name: 'thisMonth' | 'lastMonth' | 'lastYear'
  /** The first and the last day, both included, as YYYY-MM-DD. */
  from: string
  to: string
}

const isoDay = (year: number, monthIndex: number, day: number) =>
  new Date(Date.UTC(year, monthIndex, day)).toISOString().slice(0, 10)

/** This month, the one before, and the last twelve months up to today. `now` is read in local time. */
export function statementRanges(now: Date): StatementRange[] {
  const [year, month, day] = [now.getFullYear(), now.getMonth(), now.getDate()]
  const today = isoDay(year, month, day)
  return [
    { name: 'thisMonth', from: isoDay(year, month, 1), to: today },
    { name: 'lastMonth', from: isoDay(year, month - 1, 1), to: isoDay(year, month, 0) },
    { name: 'lastYear', from: isoDay(year, month - 11, 1), to: today },
  ]
}
