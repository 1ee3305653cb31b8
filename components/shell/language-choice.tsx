'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { cn } from '@/components/ui/class-names'
import { findLocale, localeNames, locales } from '@/server/people/locale'
import { rememberLocale } from './remember-locale'

/** The languages of the interface, for whoever is not signed in yet. What has been typed stays. */
export function LanguageChoice() {
  const t = useTranslations('shell')
  const current = findLocale(useLocale())
  const router = useRouter()
  return (
    <fieldset className="flex flex-wrap justify-center gap-1">
      <legend className="sr-only">{t('language')}</legend>
      {locales.map(locale => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={locale === current}
          onClick={() => {
            rememberLocale(locale)
            router.refresh()
          }}
          className={cn(
            'rounded-md px-2 py-1 text-[0.8125rem] text-muted-foreground hover:bg-accent hover:text-accent-foreground',
            locale === current && 'font-medium text-foreground underline underline-offset-4',
          )}
        >
          {localeNames[locale]}
        </button>
      ))}
    </fieldset>
  )
}
