// Reads what only some items have: their purpose, known answers, a source language, context, a rubric, fixed pairs.
import { itemLanguage } from './item-language'
import { parseExpected } from './parse-expected'
import { parsePairs } from './parse-pairs'
import { parseRubric } from './parse-rubric'
import { type Complain, type ItemExtras, isGiven, isRecord, plainItem, type RawRecord } from './raw-record'
import { itemPurposes } from './schema'

/** Fields that are read here: they are not kept as metadata. */
export const extraKeys = [
  'purpose',
  'expected',
  'explanation',
  'context',
  'source_language',
  'rubric',
  'pairs',
] as const

const longestText = 20_000

/** `plainItem` itself for the items that have nothing of it. */
export function parseItemExtras(raw: RawRecord, complain: Complain): ItemExtras {
  const criteria = isRubricList(raw.criteria)
  if (!criteria && !extraKeys.some(key => isGiven(raw[key]))) return plainItem
  const purpose = parsePurpose(raw.purpose, complain)
  const rubric = isGiven(raw.rubric) ? raw.rubric : criteria ? raw.criteria : null
  return {
    purpose,
    expected: parseExpected(raw.expected, purpose, complain),
    explanation: parseText('explanation', raw.explanation, complain),
    context: parseText('context', raw.context, complain),
    sourceLanguage: isGiven(raw.source_language)
      ? itemLanguage('source_language', raw.source_language, complain) || null
      : null,
    rubric: rubric === null ? null : parseRubric(isGiven(raw.rubric) ? 'rubric' : 'criteria', rubric, complain),
    pairs: isGiven(raw.pairs) ? parsePairs(raw.pairs, complain) : null,
  }
}

/** `criteria` is a rubric where it holds texts of criteria; other files mean something else by the word. */
export const isRubricList = (given: unknown): boolean =>
  Array.isArray(given) && given.length > 0 && given.every(point => isRecord(point) && isGiven(point.criterion))

function parsePurpose(given: unknown, complain: Complain): ItemExtras['purpose'] {
  if (!isGiven(given)) return 'STUDY'
  const purpose = itemPurposes.find(one => one === String(given).trim().toUpperCase())
  if (!purpose)
    complain(
      'error',
      'bad_value',
      'purpose',
      given,
      'This purpose is not known.',
      `Use one of ${itemPurposes.join(', ').toLowerCase()}, or leave it out.`,
    )
  return purpose ?? 'STUDY'
}

function parseText(field: string, given: unknown, complain: Complain): string {
  if (!isGiven(given)) return ''
  if (typeof given !== 'string') complain('error', 'bad_value', field, given, 'This is not text.', 'Give a text.')
  else if (given.length > longestText)
    complain('error', 'bad_value', field, given, `This is longer than ${longestText} characters.`, 'Shorten it.')
  else return given
  return ''
}
