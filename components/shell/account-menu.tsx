'use client'

import { type ComponentType, useState } from 'react'
import { AccountButton, type AccountMenuProps } from './account-button'

const load = () => import('./account-menu-open')

/** Name, role, account, theme and sign-out. The menu is loaded when somebody reaches for it: reading comes first. */
export function AccountMenu(props: AccountMenuProps) {
  const [Open, setOpen] = useState<ComponentType<AccountMenuProps> | null>(null)
  if (Open) return <Open {...props} />
  return (
    <AccountButton
      {...props}
      aria-expanded={false}
      onPointerEnter={load}
      onFocus={load}
      onClick={async () => {
        const { OpenAccountMenu } = await load()
        setOpen(() => OpenAccountMenu)
      }}
      onKeyDown={event => {
        // Menu buttons open with the arrow key, too.
        if (event.key === 'ArrowDown') event.currentTarget.click()
      }}
    />
  )
}
