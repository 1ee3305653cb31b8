'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { cn } from './class-names'

/** Scrolls what does not fit. Then, and only then, it is a named stop of the Tab key: arrow keys must be able to scroll it. */
export function ScrollFrame({
  label,
  className,
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) {
  const frame = useRef<HTMLDivElement>(null)
  const [overflows, setOverflows] = useState(false)

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      setOverflows(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight)
    })
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  }, [])

  const reachable = overflows ? { role: 'region', 'aria-label': label, tabIndex: 0 } : {}
  return (
    <div ref={frame} className={cn('overflow-auto', className)} {...reachable}>
      {children}
    </div>
  )
}
