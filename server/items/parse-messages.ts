// Reads a prompt: a text, chat messages, or the user's turns.
import { type Complain, isRecord, type RawRecord } from './raw-record'
import type { Message } from './schema'

const roles = new Map<unknown, Message['role']>([
  ['system', 'system'],
  ['developer', 'system'],
  ['user', 'user'],
  ['human', 'user'],
  ['assistant', 'assistant'],
  ['model', 'assistant'],
])

/** The conversation that stands in `field` of a record. */
export function parseMessages(raw: RawRecord, field: string, complain: Complain): Message[] {
  const given = raw[field]
  const messages =
    typeof given === 'string'
      ? [{ role: 'user' as const, text: given }]
      : Array.isArray(given)
        ? given.flatMap((message, index) => parseMessage(message, `${field}[${index}]`, complain))
        : []
  if (!Array.isArray(given) && typeof given !== 'string')
    complain('error', 'bad_prompt', field, given, 'The prompt is neither text nor a list of messages.', promptFix)
  else if (!messages.some(message => message.role === 'user' && message.text.trim() !== ''))
    complain('error', 'empty_prompt', field, given, 'The prompt is empty.', 'Give a text, or a message of the user.')
  return messages
}

const promptFix = 'Write "prompt": "…" or "prompt": [{"role": "user", "content": "…"}].'

function parseMessage(message: unknown, path: string, complain: Complain): Message[] {
  if (typeof message === 'string') return [{ role: 'user', text: message }]
  const role = isRecord(message) ? roles.get(message.role) : undefined
  const text = isRecord(message) ? messageText(message.content ?? message.text) : null
  if (role && text !== null) return [{ role, text }]
  const [code, what] = role
    ? (['bad_prompt', 'This message has no text.'] as const)
    : (['bad_role', 'This message has no role that is known.'] as const)
  complain('error', code, path, message, what, 'Use {"role": "system" | "user" | "assistant", "content": "…"}.')
  return []
}

/** Text, or the text parts of a list of parts; null when there is something else in it. */
function messageText(content: unknown): string | null {
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return null
  const parts = content.map(part =>
    typeof part === 'string' ? part : isRecord(part) && typeof part.text === 'string' ? part.text : null,
  )
  return parts.includes(null) ? null : parts.join('')
}
