// Groups recorded rows into judgments: one per annotator and item, one score per model and sample, all on the scale.
import { createHash } from 'node:crypto'
import { type Scale, toSteps } from '../../criteria/scale/steps'
import type { RecordedRow } from './recorded-rows'
import type { RecordedProblem } from './schema'

export interface RecordedScore {
  line: number
  model: string
  sample: number
  /** Whole steps from the minimum; null: missing. */
  steps: number | null
  comment: string | null
}

export interface RecordedJudgment {
  item: string
  annotator: string | null
  scores: RecordedScore[]
}

/** What the file says of an item. */
export interface RecordedItem {
  line: number
  item: string
  language: string | null
  category: string | null
}

type Growing = RecordedJudgment & { byResponse: Map<string, RecordedScore> }

export interface RecordedContent {
  items: RecordedItem[]
  /** In the order of the file. */
  models: string[]
  judgments: RecordedJudgment[]
  blankScores: number
  repeatedRows: number
  problems: RecordedProblem[]
}

/** Most responses that one judgment can hold. */
export const mostSlots = 8

const steps = [1, 0.5, 0.2, 0.1] as const

/** The coarsest step with which all of `scores` lie between the scale's ends, or null when none would do. */
export function neededStep(scores: readonly number[], scale: Scale): number | null {
  return steps.find(step => scores.every(score => toSteps(score, { ...scale, step }) !== null)) ?? null
}

function offScale(row: RecordedRow, score: number, scale: Scale, needed: number | null): RecordedProblem {
  const isInside = score >= scale.min && score <= scale.max
  const message = `${row.score} does not lie on the scale from ${scale.min} to ${scale.max} in steps of ${scale.step}.`
  const fix =
    isInside && needed !== null
      ? `The file's scores need a step of ${needed}: in a draft without judgments give --step ${needed}, or set it in the study's settings.`
      : isInside
        ? 'Scores have at most one decimal.'
        : 'Correct the score, or give the study another minimum and maximum.'
  return { line: row.line, field: 'score', value: row.score ?? '', message, fix }
}

function mergeItem(items: Map<string, RecordedItem>, row: RecordedRow, problems: RecordedProblem[]): void {
  const known = items.get(row.item)
  if (!known) {
    items.set(row.item, { line: row.line, item: row.item, language: row.language, category: row.category })
    return
  }
  for (const field of ['language', 'category'] as const) {
    if (known[field] === null) known[field] = row[field]
    else if (row[field] !== null && row[field] !== known[field])
      problems.push({
        line: row.line,
        field,
        value: row[field],
        message: `Item "${row.item}" has the ${field} "${known[field]}" in line ${known.line}.`,
        fix: 'An item has one language and one category: make them agree.',
      })
  }
}

/** Judgments in the order in which the file first names them. Scores off the scale and contradictions are problems. */
export function groupRecordedRows(rows: readonly RecordedRow[], scale: Scale): RecordedContent {
  const problems: RecordedProblem[] = []
  const items = new Map<string, RecordedItem>()
  const models = new Set<string>()
  const judgments = new Map<string, Growing>()
  const written = rows.flatMap(row => (row.score === null ? [] : [Number(row.score)]))
  const needed = neededStep(written, scale)
  let blankScores = 0
  let repeatedRows = 0
  for (const row of rows) {
    mergeItem(items, row, problems)
    models.add(row.model)
    const value = row.score === null ? null : toSteps(Number(row.score), scale)
    if (row.score === null) blankScores += 1
    else if (value === null) problems.push(offScale(row, Number(row.score), scale, needed))
    const key = JSON.stringify([row.annotator, row.item])
    const fresh: Growing = { item: row.item, annotator: row.annotator, scores: [], byResponse: new Map() }
    const judgment = judgments.get(key) ?? fresh
    judgments.set(key, judgment)
    const response = JSON.stringify([row.model, row.sample])
    const first = judgment.byResponse.get(response)
    const score = { line: row.line, model: row.model, sample: row.sample, steps: value, comment: row.comment }
    if (!first) {
      judgment.byResponse.set(response, score)
      judgment.scores.push(score)
      if (judgment.scores.length === mostSlots + 1)
        problems.push({
          line: row.line,
          field: 'model',
          value: row.model,
          message: `Item "${row.item}" has more than ${mostSlots} responses in one judgment.`,
          fix: 'Use several studies for more models.',
        })
    } else if (first.steps === score.steps && first.comment === score.comment) repeatedRows += 1
    else
      problems.push({
        line: row.line,
        field: 'score',
        value: row.score ?? '',
        message: `Line ${first.line} already has another score of "${row.model}" for item "${row.item}" by the same annotator.`,
        fix: 'Keep one of the two, or name different annotators in a column "annotator".',
      })
  }
  const grouped = [...judgments.values()].map(({ byResponse: _, ...judgment }) => judgment)
  return { items: [...items.values()], models: [...models], judgments: grouped, blankScores, repeatedRows, problems }
}

/** The same study, annotator and item always give the same key: a version 8 UUID of their SHA-256. */
export function recordedKey(studyId: string, annotator: string | null, item: string): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([studyId, annotator, item]))
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** SHA-256 of what a judgment says, whatever the order of its rows. */
export function recordedHash(judgment: RecordedJudgment): Uint8Array<ArrayBuffer> {
  const said = judgment.scores
    .map(score => JSON.stringify([score.model, score.sample, score.steps, score.comment]))
    .sort()
  return new Uint8Array(createHash('sha256').update(said.join('\n')).digest())
}
