import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { findAcceptedLocale, findLocale, formattingLocale, type Locale, localeCookie } from '../people/locale'
import { findPageActor } from '../trpc/page'
import { type MessageTree, mergeMessages } from './merge-messages'

/** The catalogues of one locale: one file per domain under `messages/<locale>/`, each with its own top-level namespaces. */
const catalogues = [
  'common',
  'auth',
  'people',
  'studies',
  'items',
  'judging',
  'results',
  'audit',
  'criteria',
  'review',
  'quality',
  'comparisons',
  'schemas',
  'integrations',
  'planning',
  'drill-down',
  'exports',
] as const

async function readMessages(locale: Locale): Promise<MessageTree> {
  const files = await Promise.all(catalogues.map(name => import(`../../messages/${locale}/${name}.json`)))
  return Object.assign({}, ...files.map(file => file.default))
}

const loaded = new Map<Locale, Promise<MessageTree>>()

/** All messages of a locale, merged; what is not translated yet is English. Namespaces are unique across files. */
export function loadMessages(locale: Locale): Promise<MessageTree> {
  const known = loaded.get(locale)
  if (known) return known
  const load = async () => {
    const english = await readMessages('en')
    return locale === 'en' ? english : mergeMessages(english, await readMessages(locale))
  }
  const messages = load()
  if (process.env.NODE_ENV === 'production') loaded.set(locale, messages)
  return messages
}

/** What the person chose, else what this browser was told, else what it asks for, else English. */
async function chooseLocale(): Promise<Locale> {
  // Without a database the page that says so still has its words.
  const actor = await findPageActor().catch(() => null)
  if (actor?.locale) return actor.locale
  const [jar, requestHeaders] = await Promise.all([cookies(), headers()])
  return findLocale(jar.get(localeCookie)?.value) ?? findAcceptedLocale(requestHeaders.get('accept-language')) ?? 'en'
}

// Texts that the build has parsed know no styles of their own, such as "{share, number, percent}".
const formats = { number: { percent: { style: 'percent' } } } as const

export default getRequestConfig(async () => {
  const locale = await chooseLocale()
  return { locale: formattingLocale(locale), messages: await loadMessages(locale), formats, timeZone: 'UTC' }
})
