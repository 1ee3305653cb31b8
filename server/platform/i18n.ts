import { getRequestConfig } from 'next-intl/server'

export const locales = ['en'] as const
export type Locale = (typeof locales)[number]

/** The catalogues of one locale: one file per domain under `messages/<locale>/`, each with its own top-level namespaces. */
const catalogues = ['common', 'auth', 'people', 'studies', 'items', 'judging', 'results', 'audit'] as const

/** All messages of a locale, merged. Namespaces are unique across files. */
export async function loadMessages(locale: Locale) {
  const files = await Promise.all(catalogues.map(name => import(`../../messages/${locale}/${name}.json`)))
  return Object.assign({}, ...files.map(file => file.default))
}

export default getRequestConfig(async () => {
  const locale: Locale = 'en'
  return { locale, messages: await loadMessages(locale), timeZone: 'UTC' }
})
