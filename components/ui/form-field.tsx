'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useMemo } from 'react'
import { cn } from './class-names'
import { FieldContext } from './field-context'
import { Label } from './label'

export interface FormFieldProps {
  label: ReactNode
  hint?: ReactNode
  /** Says what is wrong and what to do; shown under the control and announced. */
  error?: string
  required?: boolean
  /** Marks the field as optional, for forms in which most fields are required. */
  optional?: boolean
  /** The control is a group (radio buttons, several checkboxes), named by the label but not focused by it. */
  group?: boolean
  hideLabel?: boolean
  className?: string
  children: ReactNode
}

/** Label, control, hint and error, tied together; the control gets its attributes through context. */
export function FormField(props: FormFieldProps) {
  const t = useTranslations('ui')
  const id = useId()
  const { label, hint, error, required = false, optional, group, hideLabel, className, children } = props
  const hintId = hint ? `${id}-hint` : undefined
  const errorId = error ? `${id}-error` : undefined
  const describedBy = [errorId, hintId].filter(Boolean).join(' ') || undefined
  const invalid = Boolean(error)
  const wiring = useMemo(
    () => ({ id: group ? undefined : `${id}-control`, labelId: `${id}-label`, describedBy, invalid, required }),
    [id, group, describedBy, invalid, required],
  )
  const text = (
    <>
      {label}
      {optional ? <span className="font-normal text-muted-foreground">{t('optional')}</span> : null}
    </>
  )
  const labelClass = cn(hideLabel && 'sr-only')
  return (
    <FieldContext value={wiring}>
      <div className={cn('grid content-start gap-1.5', className)}>
        {group ? (
          <span id={wiring.labelId} className={cn('inline-flex items-center gap-1.5 font-medium text-sm', labelClass)}>
            {text}
          </span>
        ) : (
          <Label id={wiring.labelId} htmlFor={wiring.id} className={cn('justify-self-start', labelClass)}>
            {text}
          </Label>
        )}
        {children}
        {error ? (
          <p id={errorId} role="alert" className="text-[0.8125rem] text-destructive">
            {error}
          </p>
        ) : null}
        {hint ? (
          <p id={hintId} className="text-[0.8125rem] text-muted-foreground">
            {hint}
          </p>
        ) : null}
      </div>
    </FieldContext>
  )
}
