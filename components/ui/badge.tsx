import type { ComponentProps } from 'react'
import { cn } from './class-names'

const variants = {
  default: 'bg-primary text-primary-foreground',
  secondary: 'bg-secondary text-secondary-foreground',
  outline: 'border-border text-foreground',
  muted: 'bg-muted text-muted-foreground',
  success: 'bg-success-soft text-success',
  warning: 'bg-warning-soft text-warning',
  destructive: 'bg-destructive-soft text-destructive',
  info: 'bg-info-soft text-info',
}

export interface BadgeProps extends ComponentProps<'span'> {
  variant?: keyof typeof variants
  /** A leading dot in the text's colour, for states. */
  dot?: boolean
}

export function Badge({ variant = 'secondary', dot, className, children, ...props }: BadgeProps) {
  const base =
    'inline-flex w-fit shrink-0 items-center gap-1 whitespace-nowrap rounded-sm border border-transparent px-1.5 py-px font-medium text-xs leading-4.5 [&_svg]:size-3'
  return (
    <span className={cn(base, variants[variant], className)} {...props}>
      {dot ? <span aria-hidden className="size-1.5 rounded-full bg-current forced-colors:bg-[CanvasText]" /> : null}
      {children}
    </span>
  )
}
