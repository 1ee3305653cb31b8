import type { ComponentProps } from 'react'
import { cn } from './class-names'

export interface ProgressProps extends ComponentProps<'div'> {
  /** Done so far, in the unit of `max`; null while the amount is unknown. */
  value: number | null
  max?: number
  /** What is progressing, for screen readers. */
  label: string
  /** The value in words, such as "12 of 40 items". */
  valueText?: string
  size?: 'sm' | 'md'
}

export function Progress({ value, max = 100, label, valueText, size = 'md', className, ...props }: ProgressProps) {
  const share = value === null || max <= 0 ? 0 : Math.min(1, Math.max(0, value / max))
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value ?? undefined}
      aria-valuetext={valueText}
      className={cn(
        'w-full overflow-hidden rounded-full bg-secondary outline-1 outline-transparent',
        size === 'sm' ? 'h-1' : 'h-1.5',
        className,
      )}
      {...props}
    >
      <div
        className={cn(
          'h-full rounded-full bg-primary transition-[width] forced-colors:bg-[Highlight]',
          value === null && 'animate-pulse bg-primary/60',
        )}
        style={{ width: value === null ? '100%' : `${share * 100}%` }}
      />
    </div>
  )
}
