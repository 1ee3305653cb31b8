import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './class-names'

export interface EmptyStateProps {
  icon?: LucideIcon
  title: ReactNode
  description?: ReactNode
  action?: ReactNode
  className?: string
}

/** Says why there is nothing here and what to do next. */
export function EmptyState({ icon: Icon, title, description, action, className }: EmptyStateProps) {
  return (
    <div
      className={cn(
        'flex flex-col items-center justify-center gap-1 rounded-lg border border-dashed px-6 py-10 text-center',
        className,
      )}
    >
      {Icon ? <Icon aria-hidden className="mb-2 size-5 text-muted-foreground" /> : null}
      <p className="font-medium">{title}</p>
      {description ? <p className="max-w-prose text-pretty text-muted-foreground">{description}</p> : null}
      {action ? <div className="mt-3 flex flex-wrap items-center justify-center gap-2">{action}</div> : null}
    </div>
  )
}
