'use client'

import type { ReactNode } from 'react'
import { cn } from './class-names'
import { useScrollStop } from './use-scroll-stop'

/** Scrolls what does not fit, by keyboard as well. */
export function ScrollFrame({
  label,
  className,
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) {
  return (
    <div className={cn('overflow-auto', className)} {...useScrollStop<HTMLDivElement>(label)}>
      {children}
    </div>
  )
}
