// What a schema refused, in the reader's language. Schemas speak English, which the API and the command line show as it is.
import type { useTranslations } from 'next-intl'
import type { z } from 'zod'
import messages from '@/messages/en/schemas.json'
import { findSchemaRule } from './schema-rule'

type SentenceKey = keyof typeof messages.schemaSentences

const keys = new Map(Object.entries(messages.schemaSentences).map(([key, sentence]) => [sentence, key as SentenceKey]))

export interface SchemaWords {
  /** For a schema's `error`: words what has no sentence of its own. */
  error: z.core.$ZodErrorMap
  /** A sentence of a schema translated; any other text as it is. */
  text: (message: string) => string
}

/** The words of a language, by its `schemaSentences` and `schemaRules`. */
export function schemaWords(
  sentence: ReturnType<typeof useTranslations<'schemaSentences'>>,
  rule: ReturnType<typeof useTranslations<'schemaRules'>>,
): SchemaWords {
  return {
    error: issue => {
      const { name, values } = findSchemaRule(issue)
      return rule(name, values)
    },
    text: message => {
      const key = keys.get(message)
      return key ? sentence(key) : message
    },
  }
}
