// Reads language tags of items, each different one once.
import { languageTagSchema } from '../people/schema'
import type { Complain } from './raw-record'

const canonicalLanguages = new Map<string, string | null>()

function canonicalLanguage(given: string): string | null {
  const known = canonicalLanguages.get(given)
  if (known !== undefined) return known
  const parsed = languageTagSchema.safeParse(given)
  const language = parsed.success ? parsed.data : null
  if (canonicalLanguages.size > 2000) canonicalLanguages.clear()
  canonicalLanguages.set(given, language)
  return language
}

/** The tag in canonical case; empty, with a complaint, when it is none. */
export function itemLanguage(field: string, given: unknown, complain: Complain): string {
  const canonical = typeof given === 'string' ? canonicalLanguage(given) : null
  if (canonical === null)
    complain(
      'error',
      'bad_language',
      field,
      given,
      'This is not a language tag.',
      'Use BCP 47: "en", "zh-Hans", "pt-BR".',
    )
  return canonical ?? ''
}
