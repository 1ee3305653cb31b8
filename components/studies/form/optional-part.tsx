'use client'

import type { ReactNode } from 'react'
import { type FieldPath, type FieldPathValue, useController } from 'react-hook-form'
import { SwitchField } from '@/components/ui/switch'
import { type StudyFormValues, useStudyForm } from './study-form-values'

interface OptionalPartProps<Name extends FieldPath<StudyFormValues>> {
  name: Name
  label: string
  hint: string
  /** What it is when switched on; off: null. */
  start: NonNullable<FieldPathValue<StudyFormValues, Name>>
  /** Its fields. A function: a field that is registered while the part is off would bring the part into being. */
  children: () => ReactNode
}

/** A part of the protocol that is there or not, with its fields while it is. */
export function OptionalPart<Name extends FieldPath<StudyFormValues>>(props: OptionalPartProps<Name>) {
  const { name, label, hint, start, children } = props
  const { control } = useStudyForm()
  const { field } = useController({ control, name })
  const isOn = field.value !== null && field.value !== undefined
  return (
    <div className="grid gap-3">
      <SwitchField label={label} hint={hint} checked={isOn} onCheckedChange={on => field.onChange(on ? start : null)} />
      {isOn ? <div className="grid gap-4 ps-10.5 sm:grid-cols-2">{children()}</div> : null}
    </div>
  )
}
