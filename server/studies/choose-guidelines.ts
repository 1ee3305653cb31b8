import type { Protocol } from './schema'

/** The guidelines for a reader: those in the language of their interface, else those of the study. Markdown. */
export function chooseGuidelines(
  { guidelines, guidelinesByLanguage }: Pick<Protocol, 'guidelines' | 'guidelinesByLanguage'>,
  locale: string,
): string {
  const { baseName, language } = new Intl.Locale(locale)
  const sameLanguage = Object.keys(guidelinesByLanguage).find(tag => new Intl.Locale(tag).language === language)
  const own = guidelinesByLanguage[baseName]?.trim() || (sameLanguage && guidelinesByLanguage[sameLanguage]?.trim())
  return own || guidelines
}
