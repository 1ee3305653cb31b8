// What one row of a file of recorded judgments says, before rows become ratings.

import type { Rubric } from '../../../criteria/checklist/schema'
import type { Criterion } from '../../../criteria/schema'
import type { FileRow } from './recorded-file'

/** A response as files name it. */
export interface ResponseRef {
  model: string
  sample: number
}

export const refKey = ({ model, sample }: ResponseRef): string => JSON.stringify([model, sample])

export interface Statement<Said = unknown> {
  line: number
  item: string
  annotator: string | null
  /** The responses in slots A and B, where two are compared. */
  pair: readonly [ResponseRef, ResponseRef] | null
  /** Null: the whole item. */
  ref: ResponseRef | null
  criterion: Criterion
  /** Tells apart what makes up one rating (points, spans). Empty: the statement is the rating. */
  part: string
  /** Null: a blank, which is missing. */
  said: Said | null
}

/** Who, on what, and of which response: the columns that all kinds share. */
export type RowBase = Pick<Statement, 'line' | 'item' | 'annotator' | 'ref'>

export type Refuse = (line: number, field: string, value: unknown, message: string, fix: string) => null

export interface ReadingContext {
  criteria: readonly Criterion[]
  refuse: Refuse
  /** The newest rubric of an item that the study has. */
  rubricOf: (item: string) => Rubric | null
  /** The texts of a response that the study has: its turns, or the item's messages for null. Null: not recorded. */
  turnsOf: (item: string, ref: ResponseRef | null) => readonly string[] | null
}

export interface RecordedRating {
  criterion: string
  ref: ResponseRef | null
  value?: number
  text?: string
  choice?: unknown
}

/** One kind of file. */
export interface RecordedKind {
  /** What the row says; problems are refused by the context. */
  read: (row: FileRow, base: RowBase, context: ReadingContext) => Statement[]
  /** The ratings that all statements of one judgment on one criterion make. */
  finish: (statements: readonly Statement[], context: ReadingContext) => RecordedRating[]
}
