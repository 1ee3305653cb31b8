// Tables for a paper: booktabs, the best of a column bold, the second best underlined.
import type { NumberCell, ResultTable, ResultTables, TableCell } from '../table/result-table'
import { intervalText } from './interval-text'
import { latexText } from './latex-text'
import type { TableOptions } from './table-options'

function figure({ display, mark }: NumberCell): string {
  const shown = latexText(display)
  return mark === 'best' ? `\\textbf{${shown}}` : mark === 'second' ? `\\underline{${shown}}` : shown
}

/** Intervals stand under their figures: beside them no page is wide enough for a table of ten categories. */
function intervalsOf(row: readonly TableCell[], { intervals }: TableOptions): string[] | null {
  const below = row.map(cell => (typeof cell === 'string' ? '' : intervalText(cell, intervals).trim()))
  return below.some(text => text !== '') ? below.map(text => text && `{\\scriptsize ${latexText(text)}}`) : null
}

function oneTable(
  { caption, columns, rows, footer, notes }: ResultTable,
  disclosure: string,
  options: TableOptions,
): string {
  const line = (cells: readonly string[]) => `  ${cells.join(' & ')} \\\\`
  const write = (cell: TableCell) => (typeof cell === 'string' ? latexText(cell) : figure(cell))
  const lines = (row: readonly TableCell[]) => {
    const below = intervalsOf(row, options)
    return [line(row.map(write)), ...(below ? [line(below)] : [])]
  }
  const below = [disclosure, ...notes].filter(Boolean).map(latexText)
  return [
    '\\begin{table}[htbp]',
    '\\centering',
    `\\caption{${latexText(caption)}}`,
    '\\small',
    // A table that is too wide is made as wide as the text; any other stays as it is.
    '\\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{%',
    `\\begin{tabular}{${columns.map(column => (column.kind === 'number' ? 'r' : 'l')).join('')}}`,
    '  \\toprule',
    line(columns.map(column => latexText(column.label))),
    '  \\midrule',
    ...rows.flatMap(lines),
    ...(footer.length > 0 ? ['  \\midrule', ...footer.map(row => line(row.map(latexText)))] : []),
    '  \\bottomrule',
    '\\end{tabular}}',
    ...below.map(text => `\n\\smallskip{\\footnotesize ${text}\\par}`),
    '\\end{table}',
  ].join('\n')
}

const isBeyondLatin = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}\p{Script=Greek}]/u

/** What the preamble must have, as comments: the file is meant to be `\input`. */
function preamble(text: string): string[] {
  const needs = ['% Needs in the preamble:', '%   \\usepackage{booktabs}', '%   \\usepackage{graphicx}']
  if (!isBeyondLatin.test(text)) return needs
  return [
    ...needs,
    '% It has letters beyond Latin: compile with LuaLaTeX, and name fonts that have them, for instance',
    '%   \\usepackage[english,bidi=basic]{babel}',
    ...(/\p{Script=Han}/u.test(text)
      ? [
          '%   \\babelprovide[import,onchar=ids fonts]{chinese-simplified}',
          '%   \\babelfont[chinese-simplified]{rm}{Noto Serif CJK SC}',
        ]
      : []),
    ...(/\p{Script=Arabic}/u.test(text)
      ? ['%   \\babelprovide[import,onchar=ids fonts]{arabic}', '%   \\babelfont[arabic]{rm}{Noto Naskh Arabic}']
      : []),
    ...(/\p{Script=Han}/u.test(text)
      ? [
          '% Without letters of other scripts XeLaTeX does as well, in a document of the class ctexart, or with',
          '%   \\usepackage{xeCJK}',
          '%   \\setCJKmainfont{Noto Serif CJK SC}',
        ]
      : []),
  ]
}

/** One table environment each. Special characters are escaped; letters of all scripts stay as they are. */
export function latexTables({ disclosure, tables }: ResultTables, options: TableOptions): string {
  const body = tables.map(table => oneTable(table, disclosure, options)).join('\n\n')
  return `${[...preamble(body), '', body].join('\n')}\n`
}
