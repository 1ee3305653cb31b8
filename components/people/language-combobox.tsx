'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Combobox, type ComboboxOption } from '@/components/ui/combobox'
import type { LanguageChoice } from '@/server/people/language-choices'
import { languageTagSchema } from '@/server/people/schema'

interface LanguageComboboxProps {
  choices: LanguageChoice[]
  /** Tags that are chosen already. */
  taken: string[]
  onChoose: (tag: string) => void
  label: string
}

const holds = (text: string, part: string) => text.toLowerCase().includes(part)

const rank = ({ tag, name, nativeName }: LanguageChoice, part: string) =>
  [tag, name, nativeName].some(text => text.toLowerCase() === part)
    ? 0
    : [name, nativeName].some(text => text.toLowerCase().startsWith(part))
      ? 1
      : 2

/** One more language, found by its name in any of the two languages or by its tag; any other valid tag can be typed. */
export function LanguageCombobox({ choices, taken, onChoose, label }: LanguageComboboxProps) {
  const t = useTranslations('skills')
  const [search, setSearch] = useState('')
  const part = search.trim().toLowerCase()
  const found = choices
    .filter(
      ({ tag, name, nativeName }) =>
        !taken.includes(tag) && (holds(name, part) || holds(nativeName, part) || tag.toLowerCase().startsWith(part)),
    )
    // "german" means German before Austrian German.
    .sort((a, b) => rank(a, part) - rank(b, part))
  const options: ComboboxOption[] = found.map(({ tag, name, nativeName }) => ({
    value: tag,
    label: name,
    hint: nativeName === name ? tag : `${nativeName} · ${tag}`,
  }))
  const typed = languageTagSchema.safeParse(search)
  if (typed.success && !taken.includes(typed.data) && !choices.some(({ tag }) => tag === typed.data))
    options.push({ value: typed.data, label: t('useTag', { tag: typed.data }) })

  return (
    <Combobox
      options={options}
      value={null}
      onValueChange={tag => {
        setSearch('')
        if (tag) onChoose(tag)
      }}
      onSearchChange={setSearch}
      placeholder={label}
      aria-label={label}
      searchPlaceholder={t('searchLanguage')}
      emptyText={t('noLanguageFound')}
    />
  )
}
