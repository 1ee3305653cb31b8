'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/class-names'
import { navigation } from './navigation'

/** The links of the administration. `onNavigate` lets a sheet close itself. */
export function SideNavigation({ onNavigate }: { onNavigate?: () => void }) {
  const t = useTranslations('shell')
  const path = usePathname()
  return (
    <nav aria-label={t('mainNavigation')}>
      <ul className="grid gap-0.5">
        {navigation.map(({ href, label, icon: Icon }) => {
          const isCurrent = path === href || path.startsWith(`${href}/`)
          return (
            <li key={href}>
              <Link
                href={href}
                onClick={onNavigate}
                aria-current={isCurrent ? 'page' : undefined}
                className={cn(
                  'flex h-8 items-center gap-2.5 rounded-md px-2.5 text-muted-foreground transition-colors hover:bg-accent hover:text-accent-foreground',
                  isCurrent && 'bg-secondary font-medium text-foreground hover:bg-secondary hover:text-foreground',
                )}
              >
                <Icon aria-hidden className="size-4 shrink-0" />
                {t(label)}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
