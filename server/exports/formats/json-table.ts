import type { Records, ResultTables, TableCell } from '../table/result-table'

type JsonCell = string | number | null

/** The long form, one object per row; texts as they are, numbers as numbers, an empty one null. `display` is as it is shown. */
function objectsOf({ header, numbers, rows }: Records): Record<string, JsonCell>[] {
  const read = (name: string, cell: string): JsonCell => {
    if (name === 'display' || !numbers.includes(name)) return cell
    return cell === '' ? null : Number(cell)
  }
  return rows.map(row => Object.fromEntries(header.map((name, at) => [name, read(name, row[at] ?? '')])))
}

function printed(cell: TableCell) {
  if (typeof cell === 'string') return cell
  const { value, display, interval, n, mark } = cell
  return { value, display, ...(interval && { lower: interval.lower, upper: interval.upper }), n, mark }
}

/** Everything: the long form as `cells`, the printed tables with exact values and what is displayed. */
export function jsonTables({ records, tables, ...facts }: ResultTables): string {
  const printedTables = tables.map(({ caption, columns, rows, notes }) => ({
    caption,
    columns,
    rows: rows.map(row => row.map(printed)),
    notes,
  }))
  return `${JSON.stringify({ ...facts, cells: objectsOf(records), tables: printedTables }, null, 2)}\n`
}
