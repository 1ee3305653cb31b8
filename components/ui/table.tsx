import type { ComponentProps } from 'react'
import { cn } from './class-names'
import { ScrollFrame } from './scroll-frame'

export interface TableProps extends ComponentProps<'table'> {
  /** Names the table for screen readers; write a heading for the eyes. */
  caption: string
  dense?: boolean
  /** Keeps the header in sight; give the frame a height through `frameClassName`. */
  stickyHeader?: boolean
  frameClassName?: string
}

/** A table in a frame that scrolls sideways, by keyboard too. Numerals are tabular. */
export function Table({ caption, dense, stickyHeader, className, frameClassName, children, ...props }: TableProps) {
  const sticky = '[&_thead_th]:sticky [&_thead_th]:top-0 [&_thead_th]:z-10 [&_thead_th]:bg-muted'
  return (
    <ScrollFrame label={caption} className={cn('relative w-full rounded-lg border bg-card', frameClassName)}>
      <table
        className={cn(
          'w-full caption-bottom text-sm',
          dense && '[&_td]:py-1 [&_th]:h-7',
          stickyHeader && sticky,
          className,
        )}
        {...props}
      >
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </ScrollFrame>
  )
}

export function TableHeader({ className, ...props }: ComponentProps<'thead'>) {
  return <thead className={cn('bg-muted [&_tr]:border-b', className)} {...props} />
}

export function TableBody({ className, ...props }: ComponentProps<'tbody'>) {
  const rows = '[&_tr:last-child]:border-0 [&_tr:hover]:bg-muted/60'
  return <tbody className={cn(rows, className)} {...props} />
}

export function TableFooter({ className, ...props }: ComponentProps<'tfoot'>) {
  return <tfoot className={cn('border-t bg-muted font-medium', className)} {...props} />
}

export function TableRow({ className, ...props }: ComponentProps<'tr'>) {
  return <tr className={cn('border-b data-[state=selected]:bg-accent', className)} {...props} />
}

interface CellLook {
  /** Aligns to the end, so that digits of equal worth stand under each other. */
  numeric?: boolean
  /** Lets long text break; the default keeps one line. */
  wrap?: boolean
}

export function TableHead({ numeric, wrap, className, scope = 'col', ...props }: ComponentProps<'th'> & CellLook) {
  const look = 'h-8 px-3 text-start align-middle font-medium text-[0.8125rem] text-muted-foreground'
  return (
    <th scope={scope} className={cn(look, numeric && 'text-end', !wrap && 'whitespace-nowrap', className)} {...props} />
  )
}

export function TableCell({ numeric, wrap, className, ...props }: ComponentProps<'td'> & CellLook) {
  const look = 'px-3 py-1.5 align-middle'
  return <td className={cn(look, numeric && 'text-end', !wrap && 'whitespace-nowrap', className)} {...props} />
}
