// Writes a judged pair as a line of preference data: a shared prompt, a chosen and a rejected continuation.
import type { PreferenceChoice } from '../../criteria/preference/schema'
import { roundsOf } from '../items/conversation'
import type { Message } from '../items/schema'
import type { ChatMessage, PreferenceLine, PreferenceTombstone, TombstoneReason } from './schema'

export interface RecordRow {
  id: string
  cursor: string
  updatedAt: Date
  reason: TombstoneReason | null
  item: string
  pair: string
  language: string
  category: string | null
  messages: Message[]
  /** Texts of the responses in slots A and B, one per turn. */
  a: string[]
  b: string[]
  /** By criterion. */
  choices: Record<string, PreferenceChoice>
  annotator: string
  batch: 'accepted' | null
  submittedAt: Date
}

/** Of the criterion that decides. */
export interface MainCriterion {
  id: string
  strengths: number
}

const said = ({ role, text }: Message): ChatMessage => ({ role, content: text })

/**
 * What stands before the first answer, and what follows it with a response's turns put in. Where a response answers
 * several turns, the user's later words are part of what follows.
 */
export function splitConversation(messages: readonly Message[], turns: readonly string[]) {
  const rounds = roundsOf(messages, turns.length)
  const first = rounds[0]?.messages.map(said) ?? []
  const answer = (turn: number | null): ChatMessage[] =>
    turn === null ? [] : [{ role: 'assistant', content: turns[turn] ?? '' }]
  const rest = rounds.flatMap((round, index) => [
    ...(index === 0 ? [] : round.messages.map(said)),
    ...answer(round.turn),
  ])
  return { prompt: first, continuation: rest }
}

const head = (row: RecordRow) => ({ id: row.id, cursor: Number(row.cursor), updated: row.updatedAt.toISOString() })

/** A record as it stands in the file. */
export function preferenceLine(row: RecordRow, main: MainCriterion): PreferenceLine | PreferenceTombstone {
  const decided = row.choices[main.id]
  if (row.reason !== null || decided === undefined || decided.strength === null)
    return { ...head(row), deleted: true, reason: row.reason ?? 'withdrawn' }
  const isFirst = decided.prefer === 'a'
  const [chosen, rejected] = isFirst ? [row.a, row.b] : [row.b, row.a]
  const sideOf = (prefer: PreferenceChoice['prefer']) =>
    prefer === 'tie' || prefer === 'unusable' ? prefer : (prefer === 'a') === isFirst ? 'chosen' : 'rejected'
  const dimensions = Object.entries(row.choices).filter(([criterion]) => criterion !== main.id)
  return {
    ...head(row),
    item: row.item,
    pair: row.pair,
    language: row.language,
    category: row.category,
    prompt: splitConversation(row.messages, chosen).prompt,
    chosen: splitConversation(row.messages, chosen).continuation,
    rejected: splitConversation(row.messages, rejected).continuation,
    criterion: main.id,
    strength: decided.strength,
    strengths: main.strengths,
    dimensions: Object.fromEntries(
      dimensions.map(([criterion, { prefer, strength }]) => [criterion, { prefer: sideOf(prefer), strength }]),
    ),
    annotator: row.annotator,
    batch: row.batch,
    judged: row.submittedAt.toISOString(),
  }
}
