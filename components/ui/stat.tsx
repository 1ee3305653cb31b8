import type { ComponentProps, ReactNode } from 'react'
import { cn } from './class-names'

const tones = { default: '', success: 'text-success', warning: 'text-warning', destructive: 'text-destructive' }

export interface StatProps {
  label: ReactNode
  value: ReactNode
  unit?: ReactNode
  hint?: ReactNode
  tone?: keyof typeof tones
  className?: string
}

/** One figure with its name; put several into a StatGroup. */
export function Stat({ label, value, unit, hint, tone = 'default', className }: StatProps) {
  return (
    <div className={cn('grid content-start gap-0.5 px-4 py-3 shadow-[0_0_0_1px_var(--border)]', className)}>
      <dt className="text-[0.8125rem] text-muted-foreground">{label}</dt>
      <dd className={cn('tabular font-semibold text-lg leading-6', tones[tone])}>
        {value}
        {unit ? <span className="ms-1 font-normal text-muted-foreground text-sm">{unit}</span> : null}
      </dd>
      {hint ? <dd className="text-muted-foreground text-xs">{hint}</dd> : null}
    </div>
  )
}

/** Figures side by side in one frame; they wrap as evenly as the width allows. */
export function StatGroup({ className, ...props }: ComponentProps<'dl'>) {
  const frame = 'grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-px overflow-hidden rounded-lg border bg-card'
  return <dl className={cn(frame, className)} {...props} />
}
