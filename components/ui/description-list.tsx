import type { ComponentProps, ReactNode } from 'react'
import { cn } from './class-names'

/** Names and values in aligned rows; `columns={2}` puts two pairs beside each other where there is room. */
export function DescriptionList({ columns = 1, className, ...props }: ComponentProps<'dl'> & { columns?: 1 | 2 }) {
  return <dl className={cn('grid gap-x-8 gap-y-2', columns === 2 && 'md:grid-cols-2', className)} {...props} />
}

export function DescriptionItem({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 gap-y-0.5 sm:grid-cols-[minmax(8rem,14rem)_1fr]">
      <dt className="text-muted-foreground">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  )
}
