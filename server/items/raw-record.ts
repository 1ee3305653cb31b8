// What a line of a file holds: raw as it was written, and parsed.
import type { ImportProblem, Message } from './schema'

export type Status = 'OK' | 'REFUSED' | 'TRUNCATED' | 'FAILED' | 'NOT_COLLECTED'

export interface ParsedItem {
  language: string
  /** As the file spells it; empty: none. */
  category: string
  messages: Message[]
  references: string[]
  metadata: Record<string, unknown>
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
