// Turns one object of a file into an item and its responses, or says what is wrong with it. Knows nothing of the study.
import { shownValue } from './import-problems'
import { extraKeys, isRubricList, parseItemExtras } from './item-extras'
import { itemLanguage } from './item-language'
import { notedJudgments } from './noted-judgments'
import { parseMessages } from './parse-messages'
import { parseResponse } from './parse-response'
import {
  type Complain,
  isGiven,
  isRecord,
  type ParsedItem,
  type ParsedRecord,
  type RawRecord,
  type RecordOptions,
} from './raw-record'

const itemKeys = new Set([
  ...'id item item_id prompt_id category language lang target_language prompt messages turns'.split(' '),
  ...'reference references reference_turns responses outputs metadata'.split(' '),
  ...extraKeys,
])
const translationKeys = new Set([...itemKeys, 'source'])
const longestId = 200

/** Reads one record. Problems with severity "error" mean that it must not be taken. */
export function parseRecord(raw: unknown, line: number, options: RecordOptions): ParsedRecord {
  const record: ParsedRecord = { line, externalId: '', item: null, responses: [], problems: [], noted: null }
  const complain: Complain = (severity, code, field, value, message, fix) =>
    record.problems.push({ line, severity, code, field, value: shownValue(value), message, fix })
  if (!isRecord(raw)) {
    complain('error', 'not_an_object', '', raw, 'The line is not a JSON object.', 'Write one {…} per line.')
    return record
  }
  record.externalId = parseId(raw, complain)
  const single = typeof raw.model === 'string' || (raw.model !== undefined && raw.model !== null)
  const promptField = fieldOfPrompt(raw, single)
  if (promptField) record.item = parseItem(raw, promptField, single, options, complain)
  if (single)
    record.responses.push(parseResponse(raw, '', promptField === 'source' ? translationKeys : itemKeys, complain))
  record.noted = notedJudgments(raw)
  const list = isGiven(raw.responses) ? 'responses' : 'outputs'
  const responses = raw[list]
  if (isGiven(responses)) {
    if (Array.isArray(responses))
      responses.forEach((response, index) => {
        const path = `${list}[${index}]`
        if (isRecord(response)) {
          record.responses.push(parseResponse(response, path, null, complain))
          record.noted ??= notedJudgments(response)
        } else
          complain(
            'error',
            'bad_response',
            path,
            response,
            'A response is not an object.',
            'Write {"model": …, "text": …}.',
          )
      })
    else
      complain(
        'error',
        'bad_response',
        list,
        responses,
        'The responses are not a list.',
        'Write [{"model": …, "text": …}].',
      )
  }
  if (!record.item && record.responses.length === 0)
    complain(
      'error',
      'missing_prompt',
      'prompt',
      undefined,
      'There is neither a prompt nor a response.',
      'Give "prompt" (text or messages) for an item, or "model" and "text" for a response.',
    )
  checkTurnCount(record, complain)
  return record
}

/** Where the prompt stands, or null. "source" is one where the record says that it is a translation. */
function fieldOfPrompt(raw: RawRecord, single: boolean): string | null {
  if (isGiven(raw.messages)) return 'messages'
  if (!single && Array.isArray(raw.turns) && raw.turns.length > 0) return 'turns'
  if (isGiven(raw.prompt)) return 'prompt'
  if (!single && isGiven(raw.turns)) return 'prompt'
  const isTranslation = isGiven(raw.source_language) || isGiven(raw.target_language) || isGiven(raw.outputs)
  return typeof raw.source === 'string' && raw.source !== '' && isTranslation ? 'source' : null
}

function parseId(raw: RawRecord, complain: Complain): string {
  const given = raw.id ?? raw.item_id ?? raw.item ?? raw.prompt_id
  const id = typeof given === 'number' ? String(given) : typeof given === 'string' ? given.trim() : ''
  if (id === '')
    complain(
      'error',
      'missing_field',
      'id',
      given,
      'The id is missing.',
      'Give each item its own "id" (text or a number).',
    )
  else if (id.length > longestId)
    complain('error', 'bad_value', 'id', id, `The id is longer than ${longestId} characters.`, 'Use a shorter id.')
  return id
}

function parseItem(
  raw: RawRecord,
  promptField: string,
  single: boolean,
  options: RecordOptions,
  complain: Complain,
): ParsedItem {
  const item: ParsedItem = {
    language: '',
    category: '',
    messages: parseMessages(raw, promptField, complain),
    references: parseReferences(raw, complain),
    metadata: { ...(isRecord(raw.metadata) && !single ? raw.metadata : {}) },
    extras: parseItemExtras(raw, complain),
  }
  const language = [raw.language, raw.lang, raw.target_language].find(isGiven)
  if (isGiven(language)) {
    item.language = itemLanguage('language', language, complain)
    if (isGiven(raw.target_language)) refuseOtherTarget(item.language, raw.target_language, complain)
  } else if (options.defaultLanguage) item.language = options.defaultLanguage
  else
    complain(
      'error',
      'missing_field',
      'language',
      undefined,
      'The language is missing.',
      'Add "language" to the line, or choose a language for the whole file.',
    )
  if (isGiven(raw.category)) {
    if (typeof raw.category === 'string') item.category = raw.category.trim()
    else
      complain('error', 'bad_value', 'category', raw.category, 'The category is not text.', 'Write its name or code.')
  }
  if (single) return item
  for (const [key, value] of Object.entries(raw))
    if (!itemKeys.has(key) && key !== promptField && !(key === 'criteria' && isRubricList(value)))
      item.metadata[key] = value
  return item
}

/** `language` is that of the responses; a file that means the source by it would find the wrong people. */
function refuseOtherTarget(language: string, given: unknown, complain: Complain) {
  const target = itemLanguage('target_language', given, complain)
  if (language === '' || target === '' || target === language) return
  complain(
    'error',
    'bad_language',
    'target_language',
    given,
    `"language" says ${language} and "target_language" ${target}: both are the language of the responses.`,
    'Give that language once; what was translated goes into "source_language".',
  )
}

function parseReferences(raw: RawRecord, complain: Complain): string[] {
  for (const field of ['reference_turns', 'references', 'reference'] as const) {
    const given = raw[field]
    if (!isGiven(given)) continue
    if (typeof given === 'string') return [given]
    if (Array.isArray(given) && given.every(turn => typeof turn === 'string' || turn === null)) {
      const texts = given.map(turn => turn ?? '')
      if (texts.some(Boolean)) return texts
      continue
    }
    complain(
      'error',
      'bad_value',
      field,
      given,
      'The reference is not text.',
      'Give a text, or a list with one text per turn.',
    )
    return []
  }
  return []
}

/** Answers to a conversation given as the user's messages alone: one per message. */
function checkTurnCount(record: ParsedRecord, complain: Complain) {
  const messages = record.item?.messages
  if (!messages) return
  let asked = 0
  for (let at = messages.length - 1; at >= 0 && messages[at]?.role === 'user'; at--) asked++
  if (asked < 2) return
  for (const { path, turns, status } of record.responses)
    if (turns.length !== asked && status === 'OK')
      complain(
        'warning',
        'turn_count',
        path ? `${path}.turns` : 'turns',
        String(turns.length),
        `There are ${asked} user messages but ${turns.length} answered turns.`,
        'Give one answer per message, or set the status to "truncated" or "failed".',
      )
}
