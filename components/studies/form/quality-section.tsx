'use client'

import { useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { FormField } from '@/components/ui/form-field'
import { NativeSelect } from '@/components/ui/native-select'
import type { Criterion } from '@/criteria/schema'
import { ChoiceControl } from './choice-control'
import { NumberControl } from './number-control'
import { OptionalPart } from './optional-part'
import { startDifference } from './start-difference'
import { useStudyForm } from './study-form-values'

/** How annotators are checked, and which items are looked at again. None of it blocks a submission. */
export function QualitySection() {
  const t = useTranslations('studyForm.quality')
  const { control, register } = useStudyForm()
  const criteria = useWatch({ control, name: 'protocol.criteria' })
  // The schema's input leaves defaults out; a form starts from a whole protocol.
  const comparable = (criteria as Criterion[]).flatMap(criterion => {
    const difference = startDifference(criterion)
    return difference === null ? [] : [{ id: criterion.id, label: criterion.label, difference }]
  })
  const [first] = comparable
  return (
    <>
      <fieldset className="grid gap-4">
        <legend className="mb-1 font-medium text-sm">{t('gold')}</legend>
        <p className="text-[0.8125rem] text-muted-foreground">{t('goldHint')}</p>
        <div className="grid gap-4 sm:grid-cols-3">
          <NumberControl
            name="protocol.quality.gold.minimumPerAnnotator"
            label={t('goldMinimum')}
            hint={t('goldMinimumHint')}
            min={0}
            max={500}
          />
          <NumberControl
            name="protocol.quality.gold.every"
            label={t('goldEvery')}
            hint={t('goldEveryHint')}
            min={2}
            max={1000}
          />
          <NumberControl
            name="protocol.quality.gold.threshold"
            label={t('goldThreshold')}
            hint={t('goldThresholdHint')}
            unit="%"
            factor={0.01}
            min={1}
            max={99}
          />
        </div>
        <ChoiceControl
          name="protocol.quality.gold.feedback"
          label={t('feedback')}
          choices={[
            { value: 'silent', label: t('silent'), hint: t('silentHint') },
            { value: 'loud', label: t('loud'), hint: t('loudHint') },
          ]}
        />
        <ChoiceControl
          name="protocol.quality.gold.action"
          label={t('action')}
          choices={[
            { value: 'flag', label: t('flag'), hint: t('flagHint') },
            { value: 'halt', label: t('halt'), hint: t('haltHint') },
          ]}
        />
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberControl
          name="protocol.quality.qualification.passShare"
          label={t('pass')}
          hint={t('passHint')}
          unit="%"
          factor={0.01}
          min={0}
          max={100}
        />
        <NumberControl
          name="protocol.quality.qualification.attempts"
          label={t('attempts')}
          hint={t('attemptsHint')}
          min={1}
          max={5}
        />
        <NumberControl
          name="protocol.quality.repeats.share"
          label={t('repeats')}
          hint={t('repeatsHint')}
          unit="%"
          factor={0.01}
          min={0}
          max={50}
        />
        <NumberControl
          name="protocol.quality.repeats.distance"
          label={t('distance')}
          hint={t('distanceHint')}
          min={1}
          max={1000}
        />
      </div>
      {first ? (
        <OptionalPart
          name="protocol.quality.disagreement"
          label={t('disagreement')}
          hint={t('disagreementHint')}
          start={{ criterion: first.id, difference: first.difference }}
        >
          {() => (
            <>
              <FormField label={t('disagreementOf')}>
                <NativeSelect {...register('protocol.quality.disagreement.criterion')}>
                  {comparable.map(criterion => (
                    <option key={criterion.id} value={criterion.id}>
                      {criterion.label}
                    </option>
                  ))}
                </NativeSelect>
              </FormField>
              <NumberControl
                name="protocol.quality.disagreement.difference"
                label={t('difference')}
                hint={t('differenceHint')}
                min={0}
                max={1000}
              />
            </>
          )}
        </OptionalPart>
      ) : null}
    </>
  )
}
