'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useChooseLocale } from '@/components/shell/use-choose-locale'
import { RadioGroup, RadioItem } from '@/components/ui/radio-group'
import { findLocale, type Locale, localeNames, locales } from '@/server/people/locale'

/** The language of one's own interface; it changes at once. */
export function OwnLanguage() {
  const t = useTranslations('account')
  const chooseLocale = useChooseLocale()
  return (
    <RadioGroup
      aria-label={t('interfaceLanguage')}
      value={findLocale(useLocale()) ?? undefined}
      onValueChange={chosen => chooseLocale(chosen as Locale)}
      className="flex flex-wrap gap-x-5"
    >
      {locales.map(locale => (
        <RadioItem key={locale} value={locale} label={<span lang={locale}>{localeNames[locale]}</span>} />
      ))}
    </RadioGroup>
  )
}
