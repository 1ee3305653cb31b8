'use client'

import type { ColumnDef } from '@tanstack/react-table'
import { Checkbox } from './checkbox'

/** The leading column of checkboxes of a data table. */
export function selectionColumn<Row>(rowLabel: (row: Row) => string, allLabel: string): ColumnDef<Row> {
  return {
    id: 'selection',
    enableSorting: false,
    enableHiding: false,
    meta: { narrow: true },
    header: ({ table }) => (
      <Checkbox
        aria-label={allLabel}
        checked={table.getIsAllPageRowsSelected() || (table.getIsSomePageRowsSelected() && 'indeterminate')}
        onCheckedChange={checked => table.toggleAllPageRowsSelected(checked === true)}
      />
    ),
    cell: ({ row }) => (
      <Checkbox
        aria-label={rowLabel(row.original)}
        checked={row.getIsSelected()}
        onCheckedChange={checked => row.toggleSelected(checked === true)}
      />
    ),
  }
}
