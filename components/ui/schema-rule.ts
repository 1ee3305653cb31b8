import type { z } from 'zod'
import type messages from '@/messages/en/schemas.json'

interface BrokenRule {
  name: keyof typeof messages.schemaRules
  values?: Record<string, string | number>
}

/** The rule that an issue without a sentence of its own is about, as `schemaRules` has it. */
export function findSchemaRule(issue: z.core.$ZodRawIssue): BrokenRule {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'int') return { name: 'wholeNumber' }
      if (issue.expected === 'number') return { name: 'number' }
      return { name: issue.input === null || issue.input === undefined ? 'missing' : 'other' }
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive !== false)
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum), issue.inclusive !== false)
    case 'invalid_value':
    case 'invalid_union':
      return { name: 'choice' }
    // Languages are the only names that a person gives to entries of a form.
    case 'invalid_key':
      return { name: 'languageTag', values: { tag: String(issue.input) } }
    default:
      return { name: 'other' }
  }
}

const isNumber = (origin: string) => origin === 'number' || origin === 'int' || origin === 'bigint'

function tooSmall(origin: string, limit: number, inclusive: boolean): BrokenRule {
  const values = { limit }
  if (origin === 'string') return limit <= 1 ? { name: 'missing' } : { name: 'shortText', values }
  if (!isNumber(origin)) return { name: 'fewParts', values }
  if (!inclusive) return { name: 'above', values }
  return { name: limit > 0 && limit < 1 ? 'leastShare' : 'least', values }
}

/** No number of a form ends at 1 or below but a share, and people read and type shares in percent. */
function tooBig(origin: string, limit: number, inclusive: boolean): BrokenRule {
  const values = { limit }
  if (origin === 'string') return { name: 'longText', values }
  if (!isNumber(origin)) return { name: 'manyParts', values }
  if (!inclusive) return { name: 'below', values }
  return { name: limit > 0 && limit <= 1 ? 'mostShare' : 'most', values }
}
