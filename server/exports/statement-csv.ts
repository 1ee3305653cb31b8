// A daily statement as rows of a CSV file.
import { neutralCell } from './neutral-cell'

export interface StatementDay {
  date: string
  study: string
  studyName: string
  judged: number
  skipped: number
  activeMs: number
}

export const statementHeader = ['date', 'study', 'study_name', 'judged', 'skipped', 'active_seconds']

/** One row per day and study; active time in whole seconds. */
export const statementRows = (days: readonly StatementDay[]): string[][] =>
  days.map(day => [
    day.date,
    neutralCell(day.study),
    neutralCell(day.studyName),
    String(day.judged),
    String(day.skipped),
    String(Math.round(day.activeMs / 1000)),
  ])
