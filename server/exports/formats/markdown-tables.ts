// Tables as GitHub shows them.
import type { NumberCell, ResultTable, ResultTables, TableCell } from '../table/result-table'
import { intervalText } from './interval-text'
import type { TableOptions } from './table-options'

/** Text that Markdown leaves as it is: one line, nothing in it is markup, and no pipe ends a cell. */
export function markdownText(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
  return line
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_[\]~|$#]/g, '\\$&')
}

function figure(cell: NumberCell, { intervals }: TableOptions): string {
  const shown = markdownFigure(cell.display)
  const marked = cell.mark === 'best' ? `**${shown}**` : cell.mark === 'second' ? `<ins>${shown}</ins>` : shown
  return marked + markdownFigure(intervalText(cell, intervals))
}

const markdownFigure = (display: string) =>
  display.replace(/[<[\]]/g, character => (character === '<' ? '&lt;' : `\\${character}`))

function oneTable({ caption, columns, rows, footer, notes }: ResultTable, options: TableOptions): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const write = (cell: TableCell) => (typeof cell === 'string' ? markdownText(cell) : figure(cell, options))
  const table = [
    line(columns.map(column => markdownText(column.label))),
    line(columns.map(column => (column.kind === 'number' ? '---:' : '---'))),
    ...rows.map(row => line(row.map(write))),
    ...footer.map(row => line(row.map(markdownText))),
  ]
  return [`### ${markdownText(caption)}`, table.join('\n'), ...notes.map(markdownText)].join('\n\n')
}

/** All tables, one after the other; the best bold, the second best underlined; what is disclosed of the study stands first. */
export function markdownTables({ name, disclosure, tables }: ResultTables, options: TableOptions): string {
  const parts = [`## ${markdownText(name)}`, disclosure ? `**${markdownText(disclosure)}**` : '']
  return `${[...parts.filter(Boolean), ...tables.map(table => oneTable(table, options))].join('\n\n')}\n`
}
