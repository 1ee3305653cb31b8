// Reads one response: its turns, its status, and its reasoning apart from them.
import { type Complain, isGiven, isRecord, type ParsedResponse, type RawRecord, type Status } from './raw-record'
import { responseText } from './response-text'
import { splitReasoning } from './split-reasoning'

const statuses = new Map<string, Status>([
  ['ok', 'OK'],
  ['refused', 'REFUSED'],
  ['truncated', 'TRUNCATED'],
  ['failed', 'FAILED'],
  ['not_collected', 'NOT_COLLECTED'],
])
const ownKeys = new Set(
  'model text response turns reasoning status sample sample_index metadata item item_id prompt_id'.split(' '),
)
const longestModelName = 200
const invisible = /^[\s\p{Cf}]*$/u

/** `outerKeys`: keys that belong to the item when the response and its item share one flat record. */
export function parseResponse(
  raw: RawRecord,
  path: string,
  outerKeys: ReadonlySet<string> | null,
  complain: Complain,
): ParsedResponse {
  const at = (field: string) => (path ? `${path}.${field}` : field)
  // Files of translations call a model a system. At the top of a line "system" may be anything.
  const named = outerKeys === null ? (raw.model ?? raw.system) : raw.model
  const model = typeof named === 'string' ? named.trim() : ''
  if (model === '')
    complain(
      'error',
      'missing_field',
      at('model'),
      raw.model,
      'The model is missing.',
      'Give each response its "model".',
    )
  else if (model.length > longestModelName)
    complain(
      'error',
      'bad_value',
      at('model'),
      model,
      `The model's name is longer than ${longestModelName} characters.`,
      'Use a shorter name.',
    )

  const status = parseStatus(raw.status, at('status'), complain)
  const given = parseTurns(raw, at, status, complain)
  const split = given.map(splitReasoning)
  const reasoning = [typeof raw.reasoning === 'string' ? raw.reasoning : null, ...split.map(turn => turn.reasoning)]
    .filter((text): text is string => Boolean(text))
    .join('\n\n')
  const wasSplit = split.some(turn => turn.reasoning !== null)
  const turns = split.map(turn => turn.text)
  if (isGiven(raw.reasoning) && typeof raw.reasoning !== 'string')
    complain('error', 'bad_value', at('reasoning'), raw.reasoning, 'The reasoning is not text.', 'Give it as one text.')
  checkEmpty(turns, status, wasSplit, at, model, complain)

  const metadata: Record<string, unknown> = { ...(isRecord(raw.metadata) ? raw.metadata : {}) }
  const nameKey = outerKeys === null && !isGiven(raw.model) ? 'system' : 'model'
  for (const [key, value] of Object.entries(raw))
    if (!ownKeys.has(key) && key !== nameKey && !outerKeys?.has(key)) metadata[key] = value
  return {
    path,
    model,
    sample: parseSample(raw, at, complain),
    turns,
    status,
    reasoning: reasoning || null,
    rawText: Array.isArray(raw.text)
      ? JSON.stringify(raw.text)
      : wasSplit
        ? given.length === 1
          ? (given[0] ?? '')
          : JSON.stringify(given)
        : null,
    metadata,
  }
}

function parseStatus(given: unknown, field: string, complain: Complain): Status {
  if (!isGiven(given)) return 'OK'
  const status = statuses.get(String(given).trim().toLowerCase().replaceAll(/[\s-]/g, '_'))
  if (!status)
    complain(
      'error',
      'bad_status',
      field,
      given,
      'This status is not known.',
      `Use one of ${[...statuses.keys()].join(', ')}.`,
    )
  return status ?? 'OK'
}

function parseTurns(raw: RawRecord, at: (field: string) => string, status: Status, complain: Complain): string[] {
  if (isGiven(raw.turns)) {
    if (Array.isArray(raw.turns) && raw.turns.every(turn => typeof turn === 'string')) return raw.turns
    complain(
      'error',
      'bad_value',
      at('turns'),
      raw.turns,
      'The turns are not a list of texts.',
      'Write ["first answer", "second answer"].',
    )
    return []
  }
  const text = raw.text ?? raw.response
  if (typeof text === 'string') return [text]
  if (text === undefined || text === null) {
    if (status === 'OK')
      complain(
        'error',
        'missing_field',
        at('text'),
        undefined,
        'The response has no text.',
        'Give "text" or "turns", or a status that says why there is none.',
      )
    return status === 'OK' ? [] : ['']
  }
  const made = responseText(text)
  if (made === null)
    complain(
      'error',
      'bad_value',
      at('text'),
      text,
      'The text is neither text nor a list of parts with a "text".',
      'Give it in quotation marks.',
    )
  else if (!Array.isArray(text))
    complain(
      'warning',
      'text_converted',
      at('text'),
      text,
      'The text is a number or a truth value; it is taken as it is written here.',
      'Give it in quotation marks.',
    )
  return made === null ? [] : [made]
}

function checkEmpty(
  turns: string[],
  status: Status,
  wasSplit: boolean,
  at: (field: string) => string,
  model: string,
  complain: Complain,
) {
  if (status !== 'OK' || turns.length === 0) return
  if (turns.every(turn => turn.trim() === ''))
    complain(
      'error',
      'empty_response',
      at('text'),
      model,
      wasSplit ? 'Apart from its reasoning, the response is empty.' : 'The response is empty.',
      'Add the answer, or say why there is none: "status": "refused", "truncated", "failed" or "not_collected".',
    )
  else if (turns.every(turn => invisible.test(turn)))
    complain(
      'warning',
      'invisible_response',
      at('text'),
      model,
      'The response holds invisible characters only.',
      'Check it.',
    )
}

function parseSample(raw: RawRecord, at: (field: string) => string, complain: Complain): number | null {
  const given = raw.sample ?? raw.sample_index
  if (!isGiven(given)) return null
  const sample = Number(given)
  if (Number.isInteger(sample) && sample >= 0 && sample <= 1_000_000) return sample
  complain('error', 'bad_value', at('sample'), given, 'The sample index is not a whole number from 0.', 'Use 0, 1, 2 …')
  return null
}
