'use client'

import { createContext, useContext } from 'react'

/** What a FormField tells the control inside it. */
export interface FieldWiring {
  /** Of the control that the label points to; groups have none. */
  id?: string
  labelId: string
  describedBy?: string
  invalid: boolean
  required: boolean
}

export const FieldContext = createContext<FieldWiring | null>(null)

interface Wirable {
  id?: string
  'aria-describedby'?: string
  'aria-invalid'?: boolean | 'true' | 'false' | 'grammar' | 'spelling'
}

/** Attributes that tie a control to the label, hint and error of the FormField around it. The field's id wins: its label points there. */
export function useFieldWiring(props: Wirable) {
  const field = useContext(FieldContext)
  const describedBy = [props['aria-describedby'], field?.describedBy].filter(Boolean).join(' ')
  return {
    id: field?.id ?? props.id,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': props['aria-invalid'] ?? (field?.invalid || undefined),
  }
}

/** The label's id, for controls that are groups and cannot be the target of `for`. */
export function useFieldLabelId() {
  return useContext(FieldContext)?.labelId
}
