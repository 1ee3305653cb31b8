// Pieces of the Markdown texts of a bundle.
import { markdownText } from '../formats/markdown-tables'

/** A table; the first row is its head. Columns whose head ends in ":" hold numbers. */
export function markdownRows(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map(cell => markdownText(String(cell))).join(' | ')} |`
  return [
    line(head.map(name => name.replace(/:$/, ''))),
    `| ${head.map(name => (name.endsWith(':') ? '---:' : '---')).join(' | ')} |`,
    ...rows.map(line),
  ].join('\n')
}

/** Words of the team as they are, in a quotation; or what stands there where nothing was said. */
export const quoted = (text: string, otherwise = 'Not stated.'): string =>
  text === ''
    ? `*${otherwise}*`
    : text
        .split(/\r?\n/)
        .map(line => (line.trim() === '' ? '>' : `> ${markdownText(line)}`))
        .join('\n')

/** Paragraphs, and what is empty left out. */
export const paragraphs = (...parts: readonly string[]): string => `${parts.filter(part => part !== '').join('\n\n')}\n`

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`
