import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './class-names'

const looks = {
  info: { Icon: Info, surface: 'border-info/30 bg-info-soft', ink: 'text-info' },
  warning: { Icon: TriangleAlert, surface: 'border-warning/30 bg-warning-soft', ink: 'text-warning' },
  destructive: { Icon: OctagonAlert, surface: 'border-destructive/30 bg-destructive-soft', ink: 'text-destructive' },
  success: { Icon: CircleCheck, surface: 'border-success/30 bg-success-soft', ink: 'text-success' },
}

export interface AlertProps extends Omit<ComponentProps<'div'>, 'title'> {
  variant?: keyof typeof looks
  title?: ReactNode
  /** A button or link at the end. */
  action?: ReactNode
}

/** A message in the page. `destructive` interrupts screen readers, the others wait. */
export function Alert({ variant = 'info', title, action, className, children, ...props }: AlertProps) {
  const { Icon, surface, ink } = looks[variant]
  return (
    <div
      role={variant === 'destructive' ? 'alert' : 'status'}
      className={cn(
        'flex items-start gap-2.5 rounded-md border px-3 py-2.5 text-foreground text-sm',
        surface,
        className,
      )}
      {...props}
    >
      <Icon aria-hidden className={cn('mt-0.5 size-4 shrink-0', ink)} />
      <div className="grid min-w-0 flex-1 gap-0.5">
        {title ? <p className="font-medium">{title}</p> : null}
        {children ? <div className="text-pretty">{children}</div> : null}
      </div>
      {action ? <div className="shrink-0 self-center">{action}</div> : null}
    </div>
  )
}
