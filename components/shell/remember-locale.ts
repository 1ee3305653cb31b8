'use client'

import { type Locale, localeCookie } from '@/server/people/locale'

/** Has this browser remember the language for a year: the pages before the sign-in have nobody else to ask. */
export function rememberLocale(locale: Locale): void {
  const secure = window.location.protocol === 'https:' ? '; secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain HTTP, where a first trial runs.
  document.cookie = `${localeCookie}=${locale}; path=/; max-age=31536000; samesite=lax${secure}`
}
