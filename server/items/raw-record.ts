// What a line of a file holds: raw as it was written, and parsed.
import type { RubricPoint } from '../../criteria/checklist/schema'
import type { Expectation } from '../quality/schema'
import type { FixedPairs, ImportProblem, ItemPurpose, Message } from './schema'

export type Status = 'OK' | 'REFUSED' | 'TRUNCATED' | 'FAILED' | 'NOT_COLLECTED'

/** What only some items have. */
export interface ItemExtras {
  purpose: ItemPurpose
  expected: Expectation[] | null
  explanation: string
  context: string
  sourceLanguage: string | null
  rubric: RubricPoint[] | null
  pairs: FixedPairs | null
}

/** The extras of an item that has none: compared by identity, so that large files of plain items cost nothing. */
export const plainItem: ItemExtras = Object.freeze({
  purpose: 'STUDY',
  expected: null,
  explanation: '',
  context: '',
  sourceLanguage: null,
  rubric: null,
  pairs: null,
})

export interface ParsedItem {
  language: string
  /** As the file spells it; empty: none. */
  category: string
  messages: Message[]
  references: string[]
  metadata: Record<string, unknown>
  extras: ItemExtras
}

export interface ParsedResponse {
  /** Where it stands, for messages: "responses[2]" or "". */
  path: string
  model: string
  /** Null: not given. */
  sample: number | null
  turns: string[]
  status: Status
  reasoning: string | null
  rawText: string | null
  metadata: Record<string, unknown>
}

export interface ParsedRecord {
  line: number
  externalId: string
  /** Null: the record only holds responses of an item given elsewhere. */
  item: ParsedItem | null
  responses: ParsedResponse[]
  problems: ImportProblem[]
  /** A field that looks like judgments made elsewhere; it is kept as metadata. */
  noted: string | null
}

export interface RecordOptions {
  defaultLanguage: string | null
}

export type Complain = (
  severity: ImportProblem['severity'],
  code: string,
  field: string,
  value: unknown,
  message: string,
  fix: string,
) => void

export type RawRecord = Record<string, unknown>

export const isRecord = (value: unknown): value is RawRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isGiven = (value: unknown) => value !== undefined && value !== null && value !== ''
