'use client'

import type { ComponentProps } from 'react'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'

interface PartFieldProps extends Omit<ComponentProps<'input'>, 'onChange'> {
  /** Read out, not shown: the columns of a row speak for themselves by their placeholders. */
  label: string
  error?: string
  onChange: (text: string) => void
}

/** A text in a row of parts. */
export function PartField({ label, error, className, onChange, ...props }: PartFieldProps) {
  return (
    <FormField label={label} hideLabel error={error} className={className}>
      <Input
        dir="auto"
        autoComplete="off"
        placeholder={label}
        {...props}
        onChange={event => onChange(event.target.value)}
      />
    </FormField>
  )
}
