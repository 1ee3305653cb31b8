'use client'

import { useTranslations } from 'next-intl'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { useStudyForm } from './study-form-values'

/** Name and disclosure: what can be changed at any time. */
export function BasicsSection() {
  const t = useTranslations('studyForm')
  const { register, formState } = useStudyForm()
  return (
    <>
      <FormField label={t('name.label')} hint={t('name.hint')} error={formState.errors.name?.message} required>
        <Input {...register('name')} autoComplete="off" dir="auto" />
      </FormField>
      <FormField
        label={t('disclosure.label')}
        hint={t('disclosure.hint')}
        error={formState.errors.disclosure?.message}
        optional
      >
        <Input {...register('disclosure')} autoComplete="off" dir="auto" />
      </FormField>
    </>
  )
}
