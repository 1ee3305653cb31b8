'use client'

import { useLocale } from 'next-intl'
import { useEffect } from 'react'
import { config } from 'zod'
import { findLocale, type Locale } from '@/server/people/locale'

const languages: Record<Locale, () => Promise<{ default: () => Parameters<typeof config>[0] }>> = {
  en: () => import('zod/v4/locales/en.js'),
  'zh-Hans': () => import('zod/v4/locales/zh-CN.js'),
  ar: () => import('zod/v4/locales/ar.js'),
}

/** Has schemas word what they refuse in the reader's language, where they have no words of their own. */
export function useSchemaLanguage(): void {
  const locale = findLocale(useLocale()) ?? 'en'
  useEffect(() => {
    void languages[locale]().then(language => config(language.default()))
  }, [locale])
}
