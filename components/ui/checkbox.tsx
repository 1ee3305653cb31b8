'use client'

import { Check, Minus } from 'lucide-react'
import { Checkbox as Primitive } from 'radix-ui'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { ChoiceText } from './choice-text'
import { cn } from './class-names'
import { useFieldWiring } from './field-context'

export function Checkbox({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  const look =
    'peer inline-grid size-4 shrink-0 place-content-center rounded-sm border border-input bg-card transition-colors disabled:cursor-not-allowed disabled:opacity-50 aria-invalid:border-destructive data-[state=checked]:border-primary data-[state=indeterminate]:border-primary data-[state=checked]:bg-primary data-[state=indeterminate]:bg-primary data-[state=checked]:text-primary-foreground data-[state=indeterminate]:text-primary-foreground'
  return (
    <Primitive.Root className={cn(look, className)} {...props} {...useFieldWiring(props)}>
      <Primitive.Indicator className="group">
        <Check aria-hidden className="size-3.5 group-data-[state=indeterminate]:hidden" strokeWidth={3} />
        <Minus aria-hidden className="hidden size-3.5 group-data-[state=indeterminate]:block" strokeWidth={3} />
      </Primitive.Indicator>
    </Primitive.Root>
  )
}

export interface CheckboxFieldProps extends Omit<ComponentProps<typeof Primitive.Root>, 'children'> {
  label: ReactNode
  hint?: ReactNode
  error?: string
}

/** A checkbox with its label after it. */
export function CheckboxField({ label, hint, error, className, ...props }: CheckboxFieldProps) {
  const id = useId()
  return (
    <div className={cn('flex items-start gap-2', className)}>
      <Checkbox
        className="mt-0.5"
        aria-describedby={hint || error ? `${id}-note` : undefined}
        aria-invalid={error ? true : undefined}
        {...props}
        id={id}
      />
      <ChoiceText id={id} label={label} hint={hint} error={error} />
    </div>
  )
}
