'use client'

import { Controller, type FieldPathByValue } from 'react-hook-form'
import { FormField } from '@/components/ui/form-field'
import { RadioGroup, RadioItem } from '@/components/ui/radio-group'
import { type StudyFormValues, useStudyForm } from './study-form-values'

export interface Choice {
  value: string
  label: string
  hint?: string
}

interface ChoiceControlProps {
  name: FieldPathByValue<StudyFormValues, string | undefined>
  label: string
  hint?: string
  choices: Choice[]
}

/** One of a few choices, each with a word on what it means. */
export function ChoiceControl({ name, label, hint, choices }: ChoiceControlProps) {
  const { control } = useStudyForm()
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <FormField label={label} hint={hint} error={fieldState.error?.message} group>
          <RadioGroup value={String(field.value)} onValueChange={field.onChange} onBlur={field.onBlur}>
            {choices.map(choice => (
              <RadioItem key={choice.value} {...choice} />
            ))}
          </RadioGroup>
        </FormField>
      )}
    />
  )
}
