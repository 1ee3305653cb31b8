// Tables for a paper: booktabs, the best of a column bold, the second best underlined.
import type { NumberCell, ResultTable, ResultTables, TableCell } from '../table/result-table'
import { intervalText } from './interval-text'
import { latexText } from './latex-text'
import type { TableOptions } from './table-options'

const marked = ({ display, mark }: NumberCell): string => {
  const shown = latexText(display)
  return mark === 'best' ? `\\textbf{${shown}}` : mark === 'second' ? `\\underline{${shown}}` : shown
}

/** So many figures with their intervals beside them fit on a line of a page; of more the intervals stand below. */
const mostBeside = 3

/** A row as one line, or as two where its intervals stand below the figures. `write`: cells → line. */
function rowLines(
  row: readonly TableCell[],
  { intervals }: TableOptions,
  isWide: boolean,
  write: (cells: string[]) => string,
) {
  const cells = row.map(cell => (typeof cell === 'string' ? latexText(cell) : marked(cell)))
  const ends = row.map(cell => {
    const text = typeof cell === 'string' ? '' : intervalText(cell, intervals).trim()
    return text && `{\\scriptsize ${latexText(text)}}`
  })
  if (!isWide) return [write(cells.map((cell, at) => [cell, ends[at]].filter(Boolean).join(' ')))]
  return [write(cells), ...(ends.some(Boolean) ? [write(ends)] : [])]
}

function oneTable(
  { caption, columns, rows, footer, notes }: ResultTable,
  disclosure: string,
  options: TableOptions,
): string {
  const line = (cells: readonly string[]) => `  ${cells.join(' & ')} \\\\`
  const isWide =
    options.intervals &&
    rows.some(row => row.filter(cell => typeof cell !== 'string' && cell.interval).length > mostBeside)
  const below = [disclosure, ...notes].filter(Boolean).map(latexText)
  return [
    '\\begin{table}[htbp]',
    '\\centering',
    `\\caption{${latexText(caption)}}`,
    '\\small',
    ...(isWide ? ['\\setlength{\\tabcolsep}{3pt}'] : []),
    // A table that is too wide is made as wide as the text; any other stays as it is.
    '\\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{%',
    `\\begin{tabular}{${columns.map(column => (column.kind === 'number' ? 'r' : 'l')).join('')}}`,
    '  \\toprule',
    line(columns.map(column => latexText(column.label))),
    '  \\midrule',
    ...rows.flatMap(row => rowLines(row, options, isWide, line)),
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
