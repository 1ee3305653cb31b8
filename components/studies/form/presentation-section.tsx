'use client'

import { useTranslations } from 'next-intl'
import { useController } from 'react-hook-form'
import { CheckboxField } from '@/components/ui/checkbox'
import type { CategoryOption } from '@/server/studies/queries/get-study'
import { ChoiceControl } from './choice-control'
import { ComparisonFields } from './comparison-fields'
import { useStudyForm } from './study-form-values'

const everything = '*'

/** Which references are shown, and in which order the responses stand. */
export function PresentationSection({ categories }: { categories: CategoryOption[] }) {
  const t = useTranslations('studyForm')
  const { control } = useStudyForm()
  const { field } = useController({ control, name: 'protocol.referenceShown' })
  const shown = field.value
  const showsAll = shown.includes(everything)
  const set = (code: string, isShown: boolean) =>
    field.onChange(isShown ? [...shown, code] : shown.filter(other => other !== code))
  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-medium text-sm">{t('reference.label')}</legend>
        <p className="text-[0.8125rem] text-muted-foreground">{t('reference.hint')}</p>
        <CheckboxField
          label={t('reference.all')}
          hint={t('reference.allHint')}
          checked={showsAll}
          onCheckedChange={checked => set(everything, checked === true)}
        />
        <div className="grid gap-2 ps-6 sm:grid-cols-2">
          {categories.map(category => (
            <CheckboxField
              key={category.code}
              label={category.name}
              checked={showsAll || shown.includes(category.code)}
              disabled={showsAll}
              onCheckedChange={checked => set(category.code, checked === true)}
            />
          ))}
        </div>
      </fieldset>
      <ChoiceControl
        name="protocol.referenceMoment"
        label={t('moment.label')}
        choices={[
          { value: 'start', label: t('moment.start'), hint: t('moment.startHint') },
          { value: 'after-first', label: t('moment.afterFirst'), hint: t('moment.afterFirstHint') },
        ]}
      />
      <ComparisonFields />
      <ChoiceControl
        name="protocol.order"
        label={t('order.label')}
        choices={[
          { value: 'balanced', label: t('order.balanced'), hint: t('order.balancedHint') },
          { value: 'random', label: t('order.random'), hint: t('order.randomHint') },
        ]}
      />
    </>
  )
}
