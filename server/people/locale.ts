// The languages of the interface, and how one is found from what a browser says.

/** BCP 47 tags of the interface's languages, as people choose them and `users.locale` stores them. */
export const locales = ['en', 'zh-Hans', 'ar'] as const
export type Locale = (typeof locales)[number]

/** Each language in its own words: whoever looks for it may read no other. */
export const localeNames: Record<Locale, string> = { en: 'English', 'zh-Hans': '简体中文', ar: 'العربية' }

/** What a browser remembers for people who are not signed in. */
export const localeCookie = 'assay-locale'

/** The interface language for a language tag, or null: every variant of a language gets the one that there is of it. */
export function findLocale(tag: string | null | undefined): Locale | null {
  const language = tag?.trim().split(/[-_]/, 1)[0]?.toLowerCase()
  return locales.find(locale => locale.split('-', 1)[0] === language) ?? null
}

/** The first language of an Accept-Language header, by its weights, that the interface has; null when it has none. */
export function findAcceptedLocale(header: string | null): Locale | null {
  const wishes = (header ?? '').split(',').map(part => {
    const [tag, ...parameters] = part.split(';').map(text => text.trim())
    const quality = parameters.find(parameter => parameter.startsWith('q='))
    return { tag, weight: quality ? Number(quality.slice(2)) || 0 : 1 }
  })
  const sorted = wishes.filter(wish => wish.weight > 0).sort((a, b) => b.weight - a.weight)
  for (const { tag } of sorted) {
    const locale = findLocale(tag)
    if (locale) return locale
  }
  return null
}

/**
 * The locale that numbers, dates and plurals are formatted by. Arabic gets Western digits: tables put figures beside
 * those of files, keys and response texts, and one figure has to look the same in all of them to be compared.
 */
export const formattingLocale = (locale: Locale): string => (locale === 'ar' ? 'ar-u-nu-latn' : locale)
