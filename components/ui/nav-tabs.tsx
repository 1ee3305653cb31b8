'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { Badge } from './badge'
import { cn } from './class-names'
import { tabClasses, tabListClasses } from './tabs'

export interface NavTab {
  href: string
  label: string
  count?: number
  /** Active for this address only, not for those below it (the overview of a set of pages). */
  exact?: boolean
  /** Another address that belongs to it. */
  also?: string
}

/** Where the list is wider than the screen, it is scrolled so that the active tab stands in its middle. */
function bringIntoSight(tab: HTMLElement | null) {
  const list = tab?.parentElement
  if (!list) return
  const [outer, inner] = [list.getBoundingClientRect(), tab.getBoundingClientRect()]
  list.scrollBy({ left: inner.left + inner.width / 2 - outer.left - outer.width / 2 })
}

/** Sections of a page that have addresses of their own. */
export function NavTabs({ label, items, className }: { label: string; items: NavTab[]; className?: string }) {
  const path = usePathname()
  return (
    <nav aria-label={label} className="min-w-0 max-w-full">
      <ul className={cn(tabListClasses, className)}>
        {items.map(item => {
          const [own = ''] = item.href.split('?')
          const isActive = path === own || path === item.also || (!item.exact && path.startsWith(`${own}/`))
          return (
            <li key={item.href} ref={isActive ? bringIntoSight : undefined} className="-mb-px flex">
              <Link href={item.href} aria-current={isActive ? 'page' : undefined} className={cn(tabClasses, 'mb-0')}>
                {item.label}
                {item.count === undefined ? null : <Badge variant="muted">{item.count}</Badge>}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
