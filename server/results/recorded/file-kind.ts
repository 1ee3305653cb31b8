// Finds by its columns what kind of judgments a file holds.
import { checklists } from './checklists'
import { choices } from './choices'
import { comments } from './comments'
import { pairs } from './pairs'
import { rankings } from './rankings'
import type { FileRow } from './recorded-file'
import { scores } from './scores'
import { spans } from './spans'
import type { RecordedKind } from './statement'

const kinds = { scores, pairs, rankings, checklists, choices, spans, comments }
export type RecordedKindName = keyof typeof kinds

export const kindOf = (name: RecordedKindName): RecordedKind => kinds[name]

/** The columns that make a file one of a kind, the most telling first. */
const signs: [RecordedKindName, readonly string[]][] = [
  ['pairs', ['model_a', 'model_b', 'winner']],
  ['checklists', ['point', 'points']],
  ['spans', ['start', 'end', 'spans']],
  ['rankings', ['rank', 'ranking']],
  ['choices', ['label', 'labels', 'choice']],
  ['scores', ['score', 'value', 'rating']],
  ['comments', ['comment', 'text']],
  // Published tables of labels call them categories; beside a score it is the item's category.
  ['choices', ['category']],
]

/** The kind, or null when no column tells it. */
export function fileKind(rows: readonly FileRow[]): RecordedKindName | null {
  const names = new Set(rows.slice(0, 100).flatMap(row => Object.keys(row.fields)))
  return signs.find(([, columns]) => columns.some(column => names.has(column)))?.[0] ?? null
}

/** Whether a row's category is that of its item. */
export const hasItemCategory = (kind: RecordedKindName, row: FileRow): boolean =>
  kind === 'spans' ? false : kind !== 'choices' || ['label', 'labels', 'choice'].some(name => name in row.fields)
