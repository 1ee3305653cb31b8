'use client'

import { useTranslations } from 'next-intl'
import { type SchemaWords, schemaWords } from './schema-words'

/** What schemas refuse, in the reader's language. The page sends `schemaSentences` and `schemaRules`. */
export function useSchemaWords(): SchemaWords {
  const sentence = useTranslations('schemaSentences')
  const rule = useTranslations('schemaRules')
  return schemaWords(sentence, rule)
}
