'use client'

import { useTranslations } from 'next-intl'
import { FormField } from '@/components/ui/form-field'
import { NativeSelect } from '@/components/ui/native-select'
import { proficiencies } from '@/server/people/schema'
import { ChoiceControl } from './choice-control'
import { LanguageQuotas } from './language-quotas'
import { NumberControl } from './number-control'
import { useStudyForm } from './study-form-values'

/** Who may judge what, and how much of it. */
export function PeopleSection() {
  const t = useTranslations('studyForm')
  const { register, formState } = useStudyForm()
  return (
    <>
      <FormField
        label={t('proficiency.label')}
        hint={t('proficiency.hint')}
        error={formState.errors.protocol?.minimumProficiency?.message}
      >
        <NativeSelect {...register('protocol.minimumProficiency')} className="w-48">
          {proficiencies.map(proficiency => (
            <option key={proficiency} value={proficiency}>
              {t(`proficiency.${proficiency}`)}
            </option>
          ))}
        </NativeSelect>
      </FormField>
      <ChoiceControl
        name="protocol.expertise"
        label={t('expertise.label')}
        choices={[
          { value: 'prefer', label: t('expertise.prefer'), hint: t('expertise.preferHint') },
          { value: 'require', label: t('expertise.require'), hint: t('expertise.requireHint') },
          { value: 'ignore', label: t('expertise.ignore'), hint: t('expertise.ignoreHint') },
        ]}
      />
      <NumberControl
        name="protocol.quotaPerAnnotator"
        label={t('quota.annotator')}
        hint={t('quota.annotatorHint')}
        min={1}
        optional
      />
      <LanguageQuotas />
    </>
  )
}
