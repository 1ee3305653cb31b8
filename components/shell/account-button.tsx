'use client'

import { CircleUser } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import type { Actor } from '@/server/people/schema'

/** Who is signed in, as far as a shell shows it. */
export type ShellUser = Pick<Actor, 'name' | 'email' | 'role'>

export interface AccountMenuProps {
  user: ShellUser
  /** Drops the name where there is little room. */
  compact?: boolean
}

export function AccountButton({ user, compact, ...props }: AccountMenuProps & ComponentProps<typeof Button>) {
  const t = useTranslations('shell')
  return (
    <Button
      variant="ghost"
      aria-label={t('accountMenu', { name: user.name })}
      className="min-w-0 max-w-56 px-2"
      aria-haspopup="menu"
      {...props}
    >
      <CircleUser aria-hidden />
      <span className={cn('truncate font-normal', compact ? 'max-md:hidden' : 'max-sm:hidden')}>{user.name}</span>
    </Button>
  )
}
