'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { cn } from '@/components/ui/class-names'
import { tabClasses, tabListClasses } from '@/components/ui/tabs'
import type { ResultFilter } from '@/server/results/filter'
import { withFilter } from './filter/filter-address'
import { languageName } from './language-name'

interface LanguageSwitchProps {
  /** The page, without the filter. */
  address: string
  filter: ResultFilter
  /** Of the study. */
  languages: readonly string[]
}

/** All languages together, or one: the part of the filter that is changed most. */
export function LanguageSwitch({ address, filter, languages }: LanguageSwitchProps) {
  const t = useTranslations('results')
  const locale = useLocale()
  if (languages.length < 2) return null
  const one = filter.languages?.length === 1 ? filter.languages[0] : undefined
  const tab = (label: string, chosen: string[] | undefined, isActive: boolean) => (
    <li key={label} className="-mb-px flex">
      <Link
        href={withFilter(address, { ...filter, languages: chosen })}
        aria-current={isActive ? 'page' : undefined}
        className={cn(tabClasses, 'mb-0')}
      >
        {label}
      </Link>
    </li>
  )
  return (
    <nav aria-label={t('languages')} className="min-w-0 max-w-full">
      <ul className={cn(tabListClasses, 'mb-0')}>
        {tab(t('allLanguages'), undefined, filter.languages === undefined)}
        {languages.map(tag => tab(languageName(tag, locale), [tag], one === tag))}
      </ul>
    </nav>
  )
}
