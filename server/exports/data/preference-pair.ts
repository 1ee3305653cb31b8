// One pair to train a reward model with, from a row of the database.
import type { Message } from '../../items/schema'
import { splitConversation } from '../../preferences/preference-line'

export interface PairRow {
  id: string
  item: string
  language: string
  category: string | null
  messages: Message[]
  /** One text per turn. */
  better: string[]
  worse: string[]
  score_chosen: number
  score_rejected: number
  margin: number
  tie: boolean
  criterion: string
  source: string
  judgments: number
  annotator: string | null
  model_chosen: string | null
  model_rejected: string | null
}

/** The values of `preferenceColumns`. Where responses answer several turns, the later words of the user are part of both answers. */
export function preferencePair({ messages, better, worse, ...row }: PairRow): unknown[] {
  const chosen = splitConversation(messages, better)
  const rejected = splitConversation(messages, worse)
  return [
    row.id,
    row.item,
    row.language,
    row.category,
    chosen.prompt,
    chosen.continuation,
    rejected.continuation,
    row.score_chosen,
    row.score_rejected,
    row.margin,
    row.tie,
    row.criterion,
    row.source,
    row.judgments,
    row.annotator,
    row.model_chosen,
    row.model_rejected,
  ]
}
