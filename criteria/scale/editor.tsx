'use client'

import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { NativeSelect } from '@/components/ui/native-select'
import { NumberField } from '@/components/ui/number-field'
import { anchorValues, isScale } from '@/server/studies/scale-anchors'
import type { EditorProps } from '../editor-props'
import type { ScaleCriterion } from './schema'
import { formatSteps, stepCount, toSteps } from './steps'

const steps = [1, 0.5, 0.2, 0.1] as const

export const startScale = (): Omit<ScaleCriterion, 'id' | 'label'> => ({
  kind: 'scale',
  help: '',
  asked: 1,
  scope: 'response',
  min: 0,
  max: 10,
  step: 1,
  anchors: [],
})

/** Its range, its step and the words of its values. */
export function ScaleEditor({ criterion: scale, change, errorOf }: EditorProps<ScaleCriterion>) {
  const t = useTranslations('studyForm')
  const end = (field: 'min' | 'max') => (
    <FormField label={t(`scale.${field}`)} error={errorOf(field)}>
      {/* An empty field is no number, and the schema says so. */}
      <NumberField value={scale[field]} onValueChange={value => change({ ...scale, [field]: value as number })} />
    </FormField>
  )

  function reword(value: number, text: string) {
    const others = scale.anchors.filter(anchor => anchor.value !== value)
    const anchors = text === '' ? others : [...others, { value, text }].sort((a, b) => a.value - b.value)
    change({ ...scale, anchors })
  }

  return (
    <>
      <div className="grid gap-4 sm:grid-cols-3">
        {end('min')}
        {end('max')}
        <FormField label={t('scale.step')} error={errorOf('step')}>
          <NativeSelect
            className="w-32"
            value={scale.step}
            onChange={event => change({ ...scale, step: Number(event.target.value) as ScaleCriterion['step'] })}
          >
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
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-medium text-sm">{t('anchors.label')}</legend>
        <p className="text-[0.8125rem] text-muted-foreground">{t('anchors.hint')}</p>
        {errorOf('anchors') ? (
          <p role="alert" className="text-[0.8125rem] text-destructive">
            {errorOf('anchors')}
          </p>
        ) : null}
        <ul className="grid gap-1.5">
          {anchorValues(scale).map(value => {
            const shown = formatSteps(toSteps(value, scale) ?? 0, scale)
            return (
              <li key={value} className="grid grid-cols-[2.5rem_1fr] items-center gap-2">
                <span aria-hidden className="tabular text-end font-medium">
                  {shown}
                </span>
                <Input
                  aria-label={t('anchors.of', { value: shown })}
                  maxLength={300}
                  dir="auto"
                  value={scale.anchors.find(anchor => anchor.value === value)?.text ?? ''}
                  onChange={event => reword(value, event.target.value)}
                />
              </li>
            )
          })}
        </ul>
      </fieldset>
    </>
  )
}
