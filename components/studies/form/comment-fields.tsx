'use client'

import { useTranslations } from 'next-intl'
import { useController, useWatch } from 'react-hook-form'
import { FormField } from '@/components/ui/form-field'
import { NumberField } from '@/components/ui/number-field'
import { RadioGroup, RadioItem } from '@/components/ui/radio-group'
import { useStudyForm } from './study-form-values'

/** When a comment has to be written. */
export function CommentFields({ index }: { index: number }) {
  const t = useTranslations('studyForm')
  const { control } = useStudyForm()
  const criteria = useWatch({ control, name: 'protocol.criteria' })
  const { field, fieldState } = useController({ control, name: `protocol.criteria.${index}.required` })
  const scale = criteria.find(criterion => criterion.kind === 'scale')
  const rule = field.value
  const rules = { never: { when: 'never' }, always: { when: 'always' } } as const

  function choose(when: string) {
    if (when === 'never' || when === 'always') field.onChange(rules[when])
    else if (scale) field.onChange({ when: 'at-or-below', criterion: scale.id, score: scale.min + 3 })
  }

  return (
    <>
      <FormField label={t('comment.label')} hint={t('comment.hint')} error={fieldState.error?.message} group>
        <RadioGroup value={rule.when} onValueChange={choose}>
          {scale ? (
            <RadioItem value="at-or-below" label={t('comment.atOrBelow')} hint={t('comment.atOrBelowHint')} />
          ) : null}
          <RadioItem value="never" label={t('comment.never')} />
          <RadioItem value="always" label={t('comment.always')} hint={t('comment.alwaysHint')} />
        </RadioGroup>
      </FormField>
      {rule.when === 'at-or-below' && scale ? (
        <FormField label={t('comment.score')}>
          <NumberField
            value={rule.score}
            min={scale.min}
            max={scale.max}
            step={scale.step}
            onValueChange={score => field.onChange({ ...rule, score: score ?? scale.min })}
            onBlur={field.onBlur}
          />
        </FormField>
      ) : null}
    </>
  )
}
