'use client'

import { useTranslations } from 'next-intl'
import { FormField } from '@/components/ui/form-field'
import { NativeSelect } from '@/components/ui/native-select'
import { NumberField } from '@/components/ui/number-field'
import { RadioGroup, RadioItem } from '@/components/ui/radio-group'
import type { EditorProps } from '../editor-props'
import type { CommentCriterion } from './schema'

export const startComment = (): Omit<CommentCriterion, 'id' | 'label'> => ({
  kind: 'comment',
  help: '',
  asked: 1,
  scope: 'response',
  required: { when: 'never' },
})

/** When a comment has to be written. */
export function CommentEditor({ criterion: comment, change, errorOf, criteria }: EditorProps<CommentCriterion>) {
  const t = useTranslations('studyForm.comment')
  // The score of one response says nothing about the item.
  const scales = criteria.filter(
    other => other.kind === 'scale' && (comment.scope === 'response' || other.scope === 'item'),
  )
  const { required } = comment
  const scale = scales.find(other => required.when === 'at-or-below' && other.id === required.criterion)

  function choose(when: string) {
    const [first] = scales
    if (when === 'never' || when === 'always') change({ ...comment, required: { when } })
    else if (first?.kind === 'scale')
      change({ ...comment, required: { when: 'at-or-below', criterion: first.id, score: first.min + 3 } })
  }

  return (
    <>
      <FormField label={t('label')} hint={t('hint')} error={errorOf('required')} group>
        <RadioGroup value={required.when} onValueChange={choose}>
          {scales.length > 0 ? (
            <RadioItem value="at-or-below" label={t('atOrBelow')} hint={t('atOrBelowHint')} />
          ) : null}
          <RadioItem value="never" label={t('never')} />
          <RadioItem value="always" label={t('always')} hint={t('alwaysHint')} />
        </RadioGroup>
      </FormField>
      {required.when === 'at-or-below' ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField label={t('scale')} error={scale ? undefined : t('scaleGone')}>
            <NativeSelect
              value={required.criterion}
              onChange={event => change({ ...comment, required: { ...required, criterion: event.target.value } })}
            >
              {scale ? null : <option value={required.criterion}>–</option>}
              {scales.map(other => (
                <option key={other.id} value={other.id}>
                  {other.label}
                </option>
              ))}
            </NativeSelect>
          </FormField>
          <FormField label={t('score')} error={errorOf('required.score')}>
            <NumberField
              value={required.score}
              {...(scale?.kind === 'scale' ? { min: scale.min, max: scale.max, step: scale.step } : {})}
              onValueChange={score => change({ ...comment, required: { ...required, score: score as number } })}
            />
          </FormField>
        </div>
      ) : null}
    </>
  )
}
