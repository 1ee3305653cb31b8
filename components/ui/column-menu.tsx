'use client'

import type { Table } from '@tanstack/react-table'
import { Columns3 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from './button'
import { DropdownMenu, DropdownMenuCheckboxItem, DropdownMenuContent, DropdownMenuTrigger } from './dropdown-menu'

/** Which columns of a data table are shown. */
export function ColumnMenu<Row>({ table }: { table: Table<Row> }) {
  const t = useTranslations('ui')
  const columns = table.getAllLeafColumns().filter(column => column.getCanHide())
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="outline" className="ms-auto">
          <Columns3 aria-hidden />
          {t('columns')}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {columns.map(column => (
          <DropdownMenuCheckboxItem
            key={column.id}
            checked={column.getIsVisible()}
            onCheckedChange={checked => column.toggleVisibility(checked === true)}
            // The menu stays open: people change several at once.
            onSelect={event => event.preventDefault()}
          >
            {column.columnDef.meta?.label ??
              (typeof column.columnDef.header === 'string' ? column.columnDef.header : column.id)}
          </DropdownMenuCheckboxItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
