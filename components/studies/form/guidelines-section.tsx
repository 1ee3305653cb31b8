'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useController } from 'react-hook-form'
import { FormField } from '@/components/ui/form-field'
import { NativeSelect } from '@/components/ui/native-select'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { Textarea } from '@/components/ui/textarea'
import { type Locale, localeNames, locales } from '@/server/people/locale'
import { GuidelinesPreview } from '../guidelines-preview'
import { useStudyForm } from './study-form-values'

const otherwise = 'otherwise'

/**
 * What annotators read before they judge, for everybody and per language, as markdown and as they will see it. Read-only,
 * all of them can still be looked at.
 */
export function GuidelinesSection({ readOnly = false }: { readOnly?: boolean }) {
  const t = useTranslations('studyForm.guidelines')
  const { control } = useStudyForm()
  const { field: all, fieldState } = useController({ control, name: 'protocol.guidelines' })
  const { field: byLanguage } = useController({ control, name: 'protocol.guidelinesByLanguage' })
  const [language, setLanguage] = useState<Locale | typeof otherwise>(otherwise)
  const own = language === otherwise ? null : language
  const text = own ? (byLanguage.value?.[own] ?? '') : all.value

  function write(next: string) {
    if (!own) return all.onChange(next)
    // A language without text is left out: its readers get the guidelines for everybody else.
    const { [own]: _, ...others } = byLanguage.value ?? {}
    byLanguage.onChange(next.trim() ? { ...others, [own]: next } : others)
  }

  return (
    <div className="grid gap-4">
      <FormField label={t('language')} hint={t('languageHint')}>
        <NativeSelect
          className="max-w-xs"
          value={language}
          onChange={event => setLanguage(event.target.value as typeof language)}
        >
          <option value={otherwise}>{t('otherwise')}</option>
          {locales.map(locale => (
            <option key={locale} value={locale} lang={locale}>
              {byLanguage.value?.[locale] ? t('written', { language: localeNames[locale] }) : localeNames[locale]}
            </option>
          ))}
        </NativeSelect>
      </FormField>
      <Tabs defaultValue={readOnly ? 'preview' : 'write'}>
        <TabsList>
          <TabsTrigger value="write">{t('write')}</TabsTrigger>
          <TabsTrigger value="preview">{t('preview')}</TabsTrigger>
        </TabsList>
        <TabsContent value="write">
          <FormField label={t('label')} hint={t('hint')} error={own ? undefined : fieldState.error?.message}>
            <Textarea
              ref={own ? undefined : all.ref}
              name={own ? undefined : all.name}
              value={text}
              onChange={event => write(event.target.value)}
              onBlur={own ? byLanguage.onBlur : all.onBlur}
              rows={14}
              readOnly={readOnly}
              dir="auto"
              lang={own ?? undefined}
              className="font-mono text-[0.8125rem]"
            />
          </FormField>
        </TabsContent>
        <TabsContent value="preview">
          <GuidelinesPreview text={text} />
        </TabsContent>
      </Tabs>
    </div>
  )
}
