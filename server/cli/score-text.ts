// The score tables for a terminal: one per language, mean and n in each cell, the best of a column marked.
import { filterText } from '../results/filter-text'
import type { Scores } from '../results/queries/get-scores'
import type { ScoreCell } from '../results/score-table'
import { textTable } from './text-table'

const show = (cell: ScoreCell) => `${cell.display}${cell.isBest ? '*' : ' '} (${cell.n})`

export function scoreText(scores: Pick<Scores, 'name' | 'disclosure' | 'tables' | 'filter' | 'adjudicated'>): string {
  const parts = scores.tables.map(({ language, categories, rows }) => {
    const header = ['Model', 'Overall', ...categories.map(category => category.shortName ?? '(none)')]
    const body = rows.map(row => [row.model.name, show(row.overall), ...row.byCategory.map(show)])
    const numeric = header.map((_, index) => index).slice(1)
    return `${language ?? 'All languages'}\n${textTable(header, body, numeric)}`
  })
  const decisions = scores.adjudicated === 1 ? '1 decision' : `${scores.adjudicated} decisions`
  const notes = [
    'Mean over items (items with a rating). * best of its column as shown.',
    scores.filter.judgments === 'adjudicated'
      ? `Adjudicated: ${decisions} in the place of the original judgments.`
      : '',
    filterText(scores.filter),
    scores.disclosure,
  ]
  return [scores.name, ...parts, ...notes.filter(note => note !== '')].join('\n\n')
}
