import { z } from 'zod'

/** What an export is to begin after: the `cursor` of the last line that was read. 0: from the start. */
export const sinceSchema = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0)

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant'
  content: string
}

/** Why a preference is none any more. */
export type TombstoneReason = 'tie' | 'unusable' | 'excluded' | 'batch' | 'withdrawn'

/** One line of the preference data. Nothing in it names a model. */
export interface PreferenceLine {
  /** Of the judged pair: the same in every export. */
  id: string
  cursor: number
  /** ISO 8601. */
  updated: string
  item: string
  /** Of the two responses, whoever judged them. */
  pair: string
  language: string
  category: string | null
  prompt: ChatMessage[]
  chosen: ChatMessage[]
  rejected: ChatMessage[]
  criterion: string
  /** 1 is the weakest of `strengths`. */
  strength: number
  strengths: number
  dimensions: Record<string, { prefer: 'chosen' | 'rejected' | 'tie' | 'unusable'; strength: number | null }>
  annotator: string
  batch: 'accepted' | null
  judged: string
}

export interface PreferenceTombstone {
  id: string
  cursor: number
  updated: string
  deleted: true
  reason: TombstoneReason
}
