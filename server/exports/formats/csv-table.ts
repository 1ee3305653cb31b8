import { csvLines } from '../csv-lines'
import { neutralCell } from '../neutral-cell'
import type { Records } from '../table/result-table'

/** The long form. Texts are neutralised; numbers stay numbers, also negative ones. */
export function csvTable({ header, numbers, rows }: Records): string {
  const isNumber = header.map(name => numbers.includes(name))
  return csvLines([header, ...rows.map(row => row.map((cell, at) => (isNumber[at] ? cell : neutralCell(cell))))])
}
