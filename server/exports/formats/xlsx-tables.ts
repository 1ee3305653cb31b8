// Workbooks: one sheet per table, the header frozen, numbers as numbers, the best of a column bold.
import { unzipSync, zipSync } from 'fflate'
import writeWorkbook from 'write-excel-file/universal'
import { neutralCell } from '../neutral-cell'
import type { NumberCell, NumberColumn, ResultTable, ResultTables, TableColumn } from '../table/result-table'
import { sheetNames } from './sheet-names'
import type { TableOptions } from './table-options'

interface SheetCell {
  value: string | number
  type: typeof String | typeof Number
  format?: string
  fontWeight?: 'bold'
  align?: 'right'
}

// A sheet is XML, which has no control characters.
const unprintable = /[^\P{Cc}\t\n]|\p{Cs}|[\ufffe\uffff]/gu

const text = (value: string): SheetCell | null =>
  value === '' ? null : { value: neutralCell(value.replace(unprintable, ' ')), type: String }

const bold = (cell: SheetCell | null): SheetCell | null => cell && { ...cell, fontWeight: 'bold' }

const formatOf = ({ decimals, isPercent }: NumberColumn) =>
  `0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${isPercent ? '%' : ''}`

/** The exact value, unless a spreadsheet would round it otherwise than the page: then what the page shows. */
function shownValue(value: number, display: string, { decimals, isPercent }: NumberColumn): number {
  const percent = isPercent ? 100 : 1
  const shown = Number(display.replace('−', '-').replace(/[,%]/g, ''))
  if (Number.isNaN(shown)) return value
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: false }
  const style = isPercent ? ('percent' as const) : ('decimal' as const)
  const rounded = Number(new Intl.NumberFormat('en', { ...digits, style }).format(value).replace('%', ''))
  return rounded === shown ? value : shown / percent
}

function number(column: NumberColumn, value: number | null, display: string): SheetCell {
  if (value === null || !Number.isFinite(value)) return { value: display, type: String, align: 'right' }
  return { value: shownValue(value, display, column), type: Number, format: formatOf(column), align: 'right' }
}

const isNumber = (column: TableColumn): column is NumberColumn => column.kind === 'number'

/** Intervals have columns of their own, for a cell has one number. */
function sheetOf(
  { caption, columns, rows, footer, notes }: ResultTable,
  disclosure: string,
  { intervals }: TableOptions,
) {
  const hasInterval = columns.map(
    (_, at) => intervals && rows.some(row => typeof row[at] === 'object' && row[at].interval !== null),
  )
  const spread = (cells: readonly (SheetCell | null)[], sides: (at: number) => (SheetCell | null)[]) =>
    cells.flatMap((cell, at) => (hasInterval[at] ? [cell, ...sides(at)] : [cell]))
  const header = spread(
    columns.map(column => ({ ...text(column.label), align: isNumber(column) ? 'right' : undefined }) as SheetCell),
    () => ['95 % from', 'to'].map(label => ({ value: label, type: String, align: 'right' })),
  ).map(bold)
  const bodyOf = (row: ResultTable['rows'][number]) => {
    const cells = row.map((cell, at) => {
      const column = columns[at]
      if (typeof cell === 'string' || !column || !isNumber(column)) return text(String(cell))
      const written = number(column, cell.value, cell.display)
      return cell.mark === 'best' ? bold(written) : written
    })
    return spread(cells, at => sidesOf(row[at] as NumberCell, columns[at] as NumberColumn))
  }
  const said = [caption, disclosure, ...notes].filter(Boolean).map(line => [text(line)])
  const below = footer.map(row =>
    spread(
      row.map(cell => (/^\d+$/.test(cell) ? { value: Number(cell), type: Number, format: '0' } : text(cell))),
      () => [null, null],
    ).map((cell, at) => (cell && at > 0 ? { ...cell, align: 'right' as const } : cell)),
  )
  return {
    data: [header, ...rows.map(bodyOf), ...below, [], ...said],
    columns: header.map((cell, at) => ({ width: at === 0 ? 24 : Math.max(10, String(cell?.value ?? '').length + 2) })),
  }
}

function sidesOf(cell: NumberCell, column: NumberColumn): (SheetCell | null)[] {
  if (!cell.interval) return [null, null]
  const { lower, upper, displays } = cell.interval
  return [number(column, lower, displays[0]), number(column, upper, displays[1])]
}

/** The bytes of a workbook; the same tables always give the same bytes. */
export async function xlsxTables(
  { disclosure, tables }: ResultTables,
  options: TableOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const names = sheetNames(tables.map(table => table.caption))
  const sheets = tables.map((table, at) => ({
    ...sheetOf(table, disclosure, options),
    sheet: names[at] ?? String(at + 1),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  }))
  const written = await writeWorkbook(sheets as Parameters<typeof writeWorkbook>[0], {
    fontFamily: 'Calibri',
    fontSize: 11,
  }).toBlob()
  const files = unzipSync(new Uint8Array(await written.arrayBuffer()))
  // ZIP files carry times; these have none to tell.
  return zipSync(Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))), {
    mtime: new Date(1980, 0, 1),
  })
}
