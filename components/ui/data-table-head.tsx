'use client'

import { flexRender, type Header } from '@tanstack/react-table'
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { cn } from './class-names'
import { TableHead } from './table'

const icons = { asc: ArrowUp, desc: ArrowDown, none: ChevronsUpDown }
const order = { asc: 'ascending', desc: 'descending', none: undefined } as const

/** A column's header; a button where the column can be sorted. */
export function DataTableHead<Row>({ header }: { header: Header<Row, unknown> }) {
  const { column } = header
  const sorted = column.getIsSorted() || 'none'
  const Icon = icons[sorted]
  const numeric = column.columnDef.meta?.numeric
  const content = header.isPlaceholder ? null : flexRender(column.columnDef.header, header.getContext())
  return (
    <TableHead
      numeric={numeric}
      colSpan={header.colSpan}
      aria-sort={order[sorted]}
      className={cn(column.columnDef.meta?.narrow && 'w-px')}
    >
      {column.getCanSort() && content ? (
        <button
          type="button"
          onClick={column.getToggleSortingHandler()}
          className={cn(
            'inline-flex h-7 items-center gap-1 rounded-sm hover:text-foreground',
            numeric && 'flex-row-reverse',
          )}
        >
          {content}
          <Icon aria-hidden className={cn('size-3.5', sorted === 'none' ? 'opacity-50' : 'text-foreground')} />
        </button>
      ) : (
        content
      )}
    </TableHead>
  )
}
