import type { ReactNode } from 'react'
import type { ShellUser } from './account-button'
import { AccountMenu } from './account-menu'
import { NavigationSheet } from './navigation-sheet'
import { ProductMark } from './product-mark'
import { SideNavigation } from './side-navigation'
import { contentId } from './skip-link'

/** The administration's frame: navigation at the side, account at the top, the page in between. */
export function AdminShell({ user, children }: { user: ShellUser; children: ReactNode }) {
  // An actor has more in it than the browser should get.
  const shown: ShellUser = { name: user.name, email: user.email, role: user.role }
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[13rem_1fr]">
      <aside className="sticky top-0 hidden h-dvh flex-col gap-4 border-e bg-sidebar px-3 py-3 lg:flex">
        <div className="flex h-7 items-center px-2">
          <ProductMark href="/studies" />
        </div>
        <SideNavigation />
      </aside>
      <div className="flex min-w-0 flex-col">
        <header className="sticky top-0 z-20 flex h-12 items-center gap-2 border-b bg-background px-3 sm:px-6">
          <NavigationSheet />
          <div className="lg:hidden">
            <ProductMark href="/studies" />
          </div>
          <div className="ms-auto">
            <AccountMenu user={shown} />
          </div>
        </header>
        <main id={contentId} tabIndex={-1} className="w-full max-w-7xl flex-1 px-4 py-5 outline-none sm:px-6">
          {children}
        </main>
      </div>
    </div>
  )
}
