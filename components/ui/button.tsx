import { Slot } from 'radix-ui'
import type { ComponentProps, MouseEvent } from 'react'
import { cn } from './class-names'
import { Spinner } from './spinner'

const base =
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border border-transparent font-medium transition-colors disabled:pointer-events-none disabled:opacity-50 aria-disabled:opacity-60 [&_svg]:pointer-events-none [&_svg]:shrink-0 [&_svg:not([class*=size-])]:size-4'

const variants = {
  default: 'bg-primary text-primary-foreground hover:bg-primary/90',
  secondary: 'bg-secondary text-secondary-foreground hover:bg-border',
  outline: 'border-input/60 bg-card text-foreground hover:bg-accent hover:text-accent-foreground',
  ghost: 'text-foreground hover:bg-accent hover:text-accent-foreground',
  destructive: 'bg-destructive text-destructive-foreground hover:bg-destructive/90',
  link: 'px-0 text-primary underline-offset-4 hover:underline',
}

const sizes = {
  default: 'h-8 px-3 text-sm',
  sm: 'h-7 px-2.5 text-[0.8125rem]',
  lg: 'h-10 px-4 text-sm',
  icon: 'size-8',
  'icon-sm': 'size-7',
}

export interface ButtonLook {
  variant?: keyof typeof variants
  size?: keyof typeof sizes
}

/** The classes of a button, for elements that look like one. */
export function buttonClasses({ variant = 'default', size = 'default' }: ButtonLook = {}) {
  return cn(base, sizes[size], variants[variant])
}

export interface ButtonProps extends ComponentProps<'button'>, ButtonLook {
  /** Lends the look to its one child (a link, a trigger) instead of making a button. */
  asChild?: boolean
  /** Work is under way: shows a spinner and refuses clicks, but keeps the focus (a disabled button would lose it). */
  pending?: boolean
}

function refuse(event: MouseEvent) {
  event.preventDefault()
  event.stopPropagation()
}

export function Button({ variant, size, asChild, pending, className, children, ...props }: ButtonProps) {
  const classes = cn(buttonClasses({ variant, size }), className)
  if (asChild) {
    return (
      <Slot.Root className={classes} {...props}>
        {children}
      </Slot.Root>
    )
  }
  const busy = pending ? { 'aria-disabled': true, 'aria-busy': true, onClick: refuse } : {}
  return (
    <button type="button" className={classes} {...props} {...busy}>
      {pending ? <Spinner /> : null}
      {pending && size?.startsWith('icon') ? null : children}
    </button>
  )
}
