import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { cn } from './class-names'

export interface Crumb {
  href: string
  label: string
}

export interface PageHeaderProps {
  title: ReactNode
  description?: ReactNode
  /** The way up, without the page itself. */
  breadcrumbs?: Crumb[]
  actions?: ReactNode
  /** Badges beside the title. */
  meta?: ReactNode
  className?: string
}

export function PageHeader({ title, description, breadcrumbs = [], actions, meta, className }: PageHeaderProps) {
  const t = useTranslations('ui')
  return (
    <header className={cn('mb-5 grid gap-1', className)}>
      {breadcrumbs.length > 0 ? (
        <nav aria-label={t('breadcrumbs')}>
          <ol className="flex flex-wrap items-center gap-1 text-[0.8125rem] text-muted-foreground">
            {breadcrumbs.map(crumb => (
              <li key={crumb.href} className="inline-flex items-center gap-1">
                <Link href={crumb.href} className="rounded-sm hover:text-foreground hover:underline">
                  {crumb.label}
                </Link>
                <ChevronRight aria-hidden className="size-3.5 rtl:rotate-180" />
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1">
          <h1 className="min-w-0 break-words font-semibold text-xl leading-7 tracking-tight">{title}</h1>
          {meta}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
      {description ? <p className="max-w-3xl text-pretty text-muted-foreground">{description}</p> : null}
    </header>
  )
}

export interface SectionProps {
  title: ReactNode
  description?: ReactNode
  actions?: ReactNode
  id?: string
  className?: string
  children: ReactNode
}

/** A titled part of a page. */
export function Section({ title, description, actions, id, className, children }: SectionProps) {
  return (
    <section id={id} className={cn('mb-8 grid grid-cols-1 gap-3 last:mb-0', className)}>
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="grid gap-0.5">
          <h2 className="font-semibold text-base leading-6">{title}</h2>
          {description ? <p className="max-w-3xl text-pretty text-muted-foreground">{description}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
      {children}
    </section>
  )
}
