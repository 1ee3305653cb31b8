// Puts a conversation into rounds: what was said, and which turn of each response answers it.
import type { Message } from './schema'

export interface Round {
  /** What leads up to the answer: system text, earlier turns that were given, the user's words. */
  messages: Message[]
  /** Index into each response's turns; null: nothing is answered here. */
  turn: number | null
}

/**
 * The last `turnCount` user messages without a given answer are what the responses answer, in order.
 * Turns beyond the messages get rounds of their own, so that nothing is hidden.
 */
export function roundsOf(messages: readonly Message[], turnCount: number): Round[] {
  const open = messages.flatMap((message, index) =>
    message.role === 'user' && messages[index + 1]?.role !== 'assistant' ? [index] : [],
  )
  const answered = open.slice(Math.max(0, open.length - turnCount))
  const rounds: Round[] = []
  let from = 0
  answered.forEach((index, turn) => {
    rounds.push({ messages: messages.slice(from, index + 1), turn })
    from = index + 1
  })
  if (from < messages.length) rounds.push({ messages: messages.slice(from), turn: null })
  for (let turn = answered.length; turn < turnCount; turn++) rounds.push({ messages: [], turn })
  return rounds
}
