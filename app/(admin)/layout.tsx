import type { ReactNode } from 'react'
import { AdminShell } from '@/components/shell/admin-shell'
import { findPageActor } from '@/server/trpc/page'

/** Only the frame: a layout does not run again on the way from page to page, so each page has its own gate. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await findPageActor()
  return actor?.role === 'ADMIN' ? <AdminShell user={actor}>{children}</AdminShell> : children
}
