'use client'

import { useTranslations } from 'next-intl'
import { useController } from 'react-hook-form'
import { FormField } from '@/components/ui/form-field'
import { NumberField } from '@/components/ui/number-field'
import { RadioGroup, RadioItem } from '@/components/ui/radio-group'
import { useStudyForm } from './study-form-values'

/** Whether the responses of an item are shown together or two at a time, and which twos. */
export function ComparisonFields() {
  const t = useTranslations('studyForm.comparison')
  const { control } = useStudyForm()
  const { field, fieldState } = useController({ control, name: 'protocol.comparison' })
  const comparison = field.value ?? { show: 'all' }
  const chosen = comparison.show === 'all' ? 'all' : comparison.design

  function choose(next: string) {
    if (next === 'all') field.onChange({ show: 'all' })
    else if (next === 'every-pair') field.onChange({ show: 'pairs', design: next, pairsPerItem: null })
    else field.onChange({ show: 'pairs', design: 'balanced', pairsPerItem: 3 })
  }

  return (
    <>
      <FormField label={t('label')} hint={t('hint')} error={fieldState.error?.message} group>
        <RadioGroup value={chosen} onValueChange={choose}>
          <RadioItem value="all" label={t('all')} hint={t('allHint')} />
          <RadioItem value="every-pair" label={t('everyPair')} hint={t('everyPairHint')} />
          <RadioItem value="balanced" label={t('balanced')} hint={t('balancedHint')} />
        </RadioGroup>
      </FormField>
      {comparison.show === 'pairs' && comparison.design === 'balanced' ? (
        <FormField label={t('pairs')} hint={t('pairsHint')}>
          <NumberField
            min={1}
            max={28}
            value={comparison.pairsPerItem}
            onValueChange={pairsPerItem => field.onChange({ ...comparison, pairsPerItem })}
          />
        </FormField>
      ) : null}
    </>
  )
}
