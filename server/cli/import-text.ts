// What an import found, in words for a terminal.
import type { ImportFileResult } from '../items/commands/import-file'
import type { ImportSummary } from '../items/schema'
import { textTable } from './text-table'

const mostProblems = 50

const head = { checked: 'Checked, nothing was written', refused: 'Refused', imported: 'Imported' }

function countTable({ summary }: Pick<ImportFileResult, 'summary'>): string[] {
  const rows = summary.counts.map(row => [
    row.language,
    row.category ?? '(none)',
    row.model ?? '(items)',
    String(row.count),
  ])
  return rows.length === 0 ? [] : [textTable(['Language', 'Category', 'Model', 'Count'], rows, [3])]
}

function extrasLine({ purposes, expected, contexts, translations, pairs, rubrics }: ImportSummary['extras']): string[] {
  const counts: [string, number][] = [
    ...Object.entries(purposes).map(([purpose, count]): [string, number] => [`${purpose.toLowerCase()} items`, count]),
    ['with known answers', expected],
    ['translations', translations],
    ['with a context', contexts],
    ['rubrics', rubrics.new],
    ['rubrics changed', rubrics.changed],
    ['fixed pairs', pairs],
  ]
  const said = counts.filter(([, count]) => count > 0).map(([what, count]) => `${count} ${what}`)
  return said.length > 0 ? [`Among them: ${said.join(', ')}.`] : []
}

/** Counts per language × category × model, then problems with line, field, value and fix, the first fifty. */
export function importText(result: Pick<ImportFileResult, 'status' | 'summary' | 'problems'>): string {
  const { status, summary, problems } = result
  const { items, responses } = summary
  const lines = [
    `${head[status]}: ${summary.lines} lines, ${items.new} new items, ${responses.new} new responses; ` +
      `${items.unchanged} items and ${responses.unchanged} responses were there already.`,
    ...extrasLine(summary.extras),
    ...countTable(result),
  ]
  for (const problem of problems.slice(0, mostProblems)) {
    const where = problem.line > 0 ? `line ${problem.line}` : 'file'
    const field = problem.field ? `, ${problem.field}` : ''
    const value = problem.value ? ` ${JSON.stringify(problem.value)}` : ''
    lines.push(`${problem.severity}: ${where}${field}${value}: ${problem.message} ${problem.fix}`)
  }
  const { errors, warnings } = summary.problems
  if (errors + warnings > 0) lines.push(`${errors} errors, ${warnings} warnings in all.`)
  return lines.join('\n')
}
