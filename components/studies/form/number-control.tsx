'use client'

import type { ReactNode } from 'react'
import { Controller, type FieldPathByValue } from 'react-hook-form'
import { FormField } from '@/components/ui/form-field'
import { NumberField } from '@/components/ui/number-field'
import { type StudyFormValues, useStudyForm } from './study-form-values'

interface NumberControlProps {
  name: FieldPathByValue<StudyFormValues, number | null | undefined>
  label: ReactNode
  hint?: ReactNode
  unit?: ReactNode
  min?: number
  max?: number
  step?: number
  /** The stored number is this many times the one on the screen (a share shown in percent: 0.01). */
  factor?: number
  optional?: boolean
}

/** A number of the form. Empty is null: an error where the schema wants a number. */
export function NumberControl({ name, label, hint, factor = 1, optional, ...field }: NumberControlProps) {
  const { control } = useStudyForm()
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { value, onChange, onBlur, ref }, fieldState }) => (
        <FormField label={label} hint={hint} error={fieldState.error?.message} optional={optional}>
          <NumberField
            ref={ref}
            onBlur={onBlur}
            value={typeof value === 'number' ? round(value / factor) : null}
            onValueChange={next => onChange(next === null ? null : round(next * factor))}
            {...field}
          />
        </FormField>
      )}
    />
  )
}

/** Keeps 0.15 from becoming 0.15000000000000002 on its way through percent. */
const round = (value: number) => Math.round(value * 1e6) / 1e6
