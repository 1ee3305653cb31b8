'use client'

import { LogOut, UserRound } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useTheme } from 'next-themes'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { findLocale, type Locale, localeNames, locales } from '@/server/people/locale'
import { AccountButton, type AccountMenuProps } from './account-button'
import { useChooseLocale } from './use-choose-locale'

const themes = ['light', 'dark', 'system'] as const

/** Leaves nothing of this person in the browser. `confirmLoss` is asked when that would lose what was never sent. */
async function signOutHere(confirmLoss: (unsent: number) => boolean) {
  // Loaded when it is needed: the pages people work on have no other use for it.
  const [{ signOut }, { clearLocalData, countUnsent }] = await Promise.all([
    import('next-auth/react'),
    import('@/components/judging/store'),
  ])
  const unsent = await countUnsent()
  if (unsent > 0 && !confirmLoss(unsent)) return
  await clearLocalData()
  await signOut({ callbackUrl: '/sign-in' })
}

/** The menu itself; it comes into the page open, because it was asked for. */
export function OpenAccountMenu({ user, compact }: AccountMenuProps) {
  const t = useTranslations('shell')
  const { theme, setTheme } = useTheme()
  const locale = findLocale(useLocale()) ?? undefined
  const chooseLocale = useChooseLocale()
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger asChild>
        <AccountButton user={user} compact={compact} />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="w-60">
        <div className="grid gap-0.5 px-2 py-1.5">
          <p className="truncate font-medium">{user.name}</p>
          <p className="truncate text-muted-foreground text-xs">{user.email}</p>
          <p className="text-muted-foreground text-xs">{t(`roles.${user.role}`)}</p>
        </div>
        <DropdownMenuSeparator />
        <DropdownMenuItem asChild>
          <Link href="/account">
            <UserRound aria-hidden />
            {t('account')}
          </Link>
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>{t('language')}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={locale} onValueChange={chosen => chooseLocale(chosen as Locale)}>
          {locales.map(name => (
            <DropdownMenuRadioItem key={name} value={name} lang={name}>
              {localeNames[name]}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>{t('theme')}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={theme} onValueChange={setTheme}>
          {themes.map(name => (
            <DropdownMenuRadioItem key={name} value={name}>
              {t(name)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => signOutHere(count => window.confirm(t('signOutUnsent', { count })))}>
          <LogOut aria-hidden />
          {t('signOut')}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
