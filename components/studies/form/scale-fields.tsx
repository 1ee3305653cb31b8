'use client'

import { useTranslations } from 'next-intl'
import { useWatch } from 'react-hook-form'
import { Alert } from '@/components/ui/alert'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { NativeSelect } from '@/components/ui/native-select'
import { stepCount } from '@/criteria/scale/steps'
import { isScale } from '@/server/studies/scale-anchors'
import { AnchorFields } from './anchor-fields'
import { NumberControl } from './number-control'
import { useStudyForm } from './study-form-values'

const steps = [1, 0.5, 0.2, 0.1]

/** One scale of the protocol: its range, its step and the words of its values. */
export function ScaleFields({ index }: { index: number }) {
  const t = useTranslations('studyForm')
  const { register, control, formState, getFieldState } = useStudyForm()
  const scale = useWatch({ control, name: `protocol.criteria.${index}` })
  if (scale?.kind !== 'scale') return null
  const errorOf = (field: 'label' | 'help' | 'step') =>
    getFieldState(`protocol.criteria.${index}.${field}`, formState).error?.message
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField label={t('scale.name')} hint={t('scale.nameHint')} error={errorOf('label')} required>
          <Input {...register(`protocol.criteria.${index}.label`)} dir="auto" />
        </FormField>
        <FormField label={t('scale.help')} hint={t('scale.helpHint')} error={errorOf('help')} optional>
          <Input {...register(`protocol.criteria.${index}.help`)} dir="auto" />
        </FormField>
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <NumberControl name={`protocol.criteria.${index}.min`} label={t('scale.min')} />
        <NumberControl name={`protocol.criteria.${index}.max`} label={t('scale.max')} />
        <FormField label={t('scale.step')} error={errorOf('step')}>
          <NativeSelect {...register(`protocol.criteria.${index}.step`, { valueAsNumber: true })} className="w-32">
            {steps.map(step => (
              <option key={step} value={step}>
                {step}
              </option>
            ))}
          </NativeSelect>
        </FormField>
      </div>
      <p className="text-[0.8125rem] text-muted-foreground">
        {isScale(scale) ? t('scale.range', { count: stepCount(scale) + 1 }) : t('scale.noRange')}
      </p>
      {scale.step < 1 ? (
        <Alert variant="warning" title={t('scale.fineTitle')}>
          {t('scale.fine')}
        </Alert>
      ) : null}
      <AnchorFields index={index} />
    </>
  )
}
