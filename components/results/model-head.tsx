import type { ReactNode } from 'react'
import { TableHead } from '@/components/ui/table'

/** Head of the column of models, which stays while the rest scrolls. */
export const ModelColumn = ({ children }: { children: ReactNode }) => (
  <TableHead className="sticky start-0 z-10 bg-muted">{children}</TableHead>
)

/** The model of a row. */
export const ModelRow = ({ name }: { name: string }) => (
  <TableHead
    scope="row"
    wrap
    className="sticky start-0 z-10 h-auto max-w-32 break-words bg-card py-2 text-foreground sm:max-w-64"
  >
    <bdi>{name}</bdi>
  </TableHead>
)
