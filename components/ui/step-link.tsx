import Link from 'next/link'
import type { ReactNode } from 'react'
import { Button } from './button'

/** To the neighbour before or after; at the end of the row a button that does nothing. */
export function StepLink({ href, label, children }: { href: string | null; label: string; children: ReactNode }) {
  if (!href)
    return (
      <Button variant="outline" size="icon" aria-label={label} disabled>
        {children}
      </Button>
    )
  return (
    <Button asChild variant="outline" size="icon">
      <Link href={href} aria-label={label}>
        {children}
      </Link>
    </Button>
  )
}
