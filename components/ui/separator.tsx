import type { ComponentProps } from 'react'
import { cn } from './class-names'

/** A decorative line: structure is told by headings and landmarks. */
export function Separator({
  orientation = 'horizontal',
  className,
  ...props
}: ComponentProps<'div'> & { orientation?: 'horizontal' | 'vertical' }) {
  const line = orientation === 'horizontal' ? 'h-px w-full' : 'w-px self-stretch'
  return <div aria-hidden className={cn('shrink-0 bg-border', line, className)} {...props} />
}
