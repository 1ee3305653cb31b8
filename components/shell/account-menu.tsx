'use client'

import { CircleUser, LogOut, Palette, UserRound } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useTheme } from 'next-themes'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuSub,
  DropdownMenuSubContent,
  DropdownMenuSubTrigger,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import type { Actor } from '@/server/people/schema'

/** Who is signed in, as far as a shell shows it. */
export type ShellUser = Pick<Actor, 'name' | 'email' | 'role'>

const themes = ['light', 'dark', 'system'] as const

async function signOutHere() {
  // Loaded when it is needed: the pages people work on have no other use for it.
  const { signOut } = await import('next-auth/react')
  await signOut({ callbackUrl: '/sign-in' })
}

/** Name, role, account, theme and sign-out. `compact` drops the name where there is little room. */
export function AccountMenu({ user, compact }: { user: ShellUser; compact?: boolean }) {
  const t = useTranslations('shell')
  const { theme, setTheme } = useTheme()
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" aria-label={t('accountMenu', { name: user.name })} className="min-w-0 max-w-56 px-2">
          <CircleUser aria-hidden />
          <span className={cn('truncate font-normal', compact ? 'max-md:hidden' : 'max-sm:hidden')}>{user.name}</span>
        </Button>
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
        <DropdownMenuSub>
          <DropdownMenuSubTrigger>
            <Palette aria-hidden />
            {t('theme')}
          </DropdownMenuSubTrigger>
          <DropdownMenuSubContent>
            <DropdownMenuRadioGroup value={theme} onValueChange={setTheme}>
              {themes.map(name => (
                <DropdownMenuRadioItem key={name} value={name}>
                  {t(name)}
                </DropdownMenuRadioItem>
              ))}
            </DropdownMenuRadioGroup>
          </DropdownMenuSubContent>
        </DropdownMenuSub>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={signOutHere}>
          <LogOut aria-hidden />
          {t('signOut')}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
