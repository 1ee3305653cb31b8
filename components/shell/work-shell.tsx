import type { ReactNode } from 'react'
import { cn } from '@/components/ui/class-names'
import type { ShellUser } from './account-button'
import { AccountMenu } from './account-menu'
import { ProductMark } from './product-mark'
import { contentId } from './skip-link'

export interface WorkShellProps {
  user: ShellUser
  /** The page's own controls in the top bar: progress, state of saving, guidelines. */
  bar?: ReactNode
  /** The page takes exactly the height that is left and scrolls inside itself, as the judging page does. */
  fill?: boolean
  children: ReactNode
}

/** The annotators' frame: one slim bar, and all the rest for reading. Pages use it themselves, to fill the bar. */
export function WorkShell({ user, bar, fill, children }: WorkShellProps) {
  const main = fill ? 'flex min-h-0 flex-1 flex-col' : 'mx-auto w-full max-w-5xl flex-1 px-4 py-6 sm:px-6'
  // An actor has more in it than the browser should get.
  const shown: ShellUser = { name: user.name, email: user.email, role: user.role }
  return (
    <div className={cn('flex flex-col', fill ? 'h-dvh' : 'min-h-dvh')}>
      <header className="sticky top-0 z-20 flex h-11 shrink-0 items-center gap-3 border-b bg-sidebar px-3 sm:px-4">
        <ProductMark href="/work" compact />
        <div className="flex min-w-0 flex-1 items-center gap-3">{bar}</div>
        <AccountMenu user={shown} compact />
      </header>
      <main id={contentId} tabIndex={-1} className={cn('outline-none', main)}>
        {children}
      </main>
    </div>
  )
}
