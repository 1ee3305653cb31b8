'use client'

import { Switch as Primitive } from 'radix-ui'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { ChoiceText } from './choice-text'
import { cn } from './class-names'
import { useFieldWiring } from './field-context'

export function Switch({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  const look =
    'inline-flex h-4.5 w-8 shrink-0 items-center rounded-full border border-input bg-input transition-colors disabled:cursor-not-allowed disabled:opacity-50 data-[state=checked]:border-primary data-[state=checked]:bg-primary'
  const thumb =
    'block size-3.5 translate-x-px rounded-full bg-card transition-transform data-[state=checked]:translate-x-[0.9375rem] rtl:-translate-x-px rtl:data-[state=checked]:-translate-x-[0.9375rem]'
  return (
    <Primitive.Root className={cn(look, className)} {...props} {...useFieldWiring(props)}>
      <Primitive.Thumb className={thumb} />
    </Primitive.Root>
  )
}

export interface SwitchFieldProps extends Omit<ComponentProps<typeof Primitive.Root>, 'children'> {
  label: ReactNode
  hint?: ReactNode
}

/** A switch with its label after it: a setting that takes effect when the form is saved. */
export function SwitchField({ label, hint, className, ...props }: SwitchFieldProps) {
  const id = useId()
  return (
    <div className={cn('flex items-start gap-2.5', className)}>
      <Switch className="mt-px" aria-describedby={hint ? `${id}-note` : undefined} {...props} id={id} />
      <ChoiceText id={id} label={label} hint={hint} />
    </div>
  )
}
