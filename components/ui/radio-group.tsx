'use client'

import { RadioGroup as Primitive } from 'radix-ui'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { ChoiceText } from './choice-text'
import { cn } from './class-names'
import { useFieldLabelId, useFieldWiring } from './field-context'

/** Arrow keys move and choose. Inside a FormField give that the `group` prop, so that its label names the group. */
export function RadioGroup({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  const labelId = useFieldLabelId()
  return (
    <Primitive.Root
      aria-labelledby={props['aria-label'] ? undefined : labelId}
      className={cn('grid gap-2', className)}
      {...props}
      {...useFieldWiring(props)}
    />
  )
}

export function RadioGroupItem({ className, ...props }: ComponentProps<typeof Primitive.Item>) {
  const look =
    'inline-grid size-4 shrink-0 place-content-center rounded-full border border-input bg-card transition-colors disabled:cursor-not-allowed disabled:opacity-50 data-[state=checked]:border-primary'
  return (
    <Primitive.Item className={cn(look, className)} {...props}>
      <Primitive.Indicator className="size-2 rounded-full bg-primary" />
    </Primitive.Item>
  )
}

export interface RadioItemProps extends Omit<ComponentProps<typeof Primitive.Item>, 'children'> {
  label: ReactNode
  hint?: ReactNode
}

/** A radio button with its label and hint after it. */
export function RadioItem({ label, hint, className, ...props }: RadioItemProps) {
  const id = useId()
  return (
    <div className={cn('flex items-start gap-2', className)}>
      <RadioGroupItem className="mt-0.5" aria-describedby={hint ? `${id}-note` : undefined} {...props} id={id} />
      <ChoiceText id={id} label={label} hint={hint} />
    </div>
  )
}
