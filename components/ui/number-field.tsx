'use client'

import { type ComponentProps, type ReactNode, useState } from 'react'
import { cn } from './class-names'
import { Input } from './input'
import { parseNumber } from './parse-number'

export interface NumberFieldProps
  extends Omit<ComponentProps<'input'>, 'value' | 'defaultValue' | 'type' | 'onChange'> {
  value: number | null | undefined
  /** The number typed, or null while the field is empty or not a number. */
  onValueChange: (value: number | null) => void
  unit?: ReactNode
}

/** A number as text with a numeric keyboard: no wheel accidents, no browser-specific rounding. Arrow keys step. */
export function NumberField({ value, onValueChange, unit, min, max, step = 1, className, ...props }: NumberFieldProps) {
  // What is on the screen may be halfway to a number ("-", "1."): only a number that differs from it replaces it.
  const [text, setText] = useState(value?.toString() ?? '')
  const shown = parseNumber(text) === (value ?? null) ? text : (value?.toString() ?? '')

  function change(next: string) {
    setText(next)
    onValueChange(parseNumber(next))
  }

  function stepBy(direction: 1 | -1) {
    const decimals = String(step).split('.')[1]?.length ?? 0
    const moved = (value ?? Number(min ?? 0)) + direction * Number(step)
    const bounded = Math.min(
      Number(max ?? Number.POSITIVE_INFINITY),
      Math.max(Number(min ?? Number.NEGATIVE_INFINITY), moved),
    )
    change(bounded.toFixed(decimals))
  }

  return (
    <span className={cn('inline-flex w-32 items-center gap-2', className)}>
      <Input
        inputMode="decimal"
        autoComplete="off"
        {...props}
        value={shown}
        onChange={event => change(event.target.value)}
        onKeyDown={event => {
          props.onKeyDown?.(event)
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
          event.preventDefault()
          stepBy(event.key === 'ArrowUp' ? 1 : -1)
        }}
        className="tabular text-end"
      />
      {unit ? <span className="whitespace-nowrap text-muted-foreground text-sm">{unit}</span> : null}
    </span>
  )
}
