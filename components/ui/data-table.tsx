'use client'

import {
  type ColumnDef,
  flexRender,
  getCoreRowModel,
  getPaginationRowModel,
  getSortedRowModel,
  type OnChangeFn,
  type RowSelectionState,
  type SortingState,
  type Updater,
  useReactTable,
  type VisibilityState,
} from '@tanstack/react-table'
import { useTranslations } from 'next-intl'
import { type ReactNode, useMemo, useState } from 'react'
import { cn } from './class-names'
import { ColumnMenu } from './column-menu'
import { DataTableHead } from './data-table-head'
import { EmptyState } from './empty-state'
import { Pager } from './pager'
import { selectionColumn } from './selection-column'
import { Skeleton } from './skeleton'
import { Table, TableBody, TableCell, TableHeader, TableRow } from './table'

declare module '@tanstack/react-table' {
  interface ColumnMeta<TData, TValue> {
    /** Aligned to the end, tabular numerals. */
    numeric?: boolean
    /** Long text may break. */
    wrap?: boolean
    /** As narrow as its content. */
    narrow?: boolean
    /** The column's name in the column menu, when its header is not a text. */
    label?: string
  }
}

/** Pages cut by the server: the table shows `data` as it is and asks for another page. */
export interface ServerPagination {
  pageIndex: number
  pageSize: number
  rowCount: number
  onChange: (pageIndex: number) => void
}

export interface RowSelection<Row> {
  selected: RowSelectionState
  onChange: (selected: RowSelectionState) => void
  /** Names a row for its checkbox. */
  label: (row: Row) => string
}

export interface DataTableProps<Row> {
  columns: ColumnDef<Row>[]
  data: Row[]
  /** Names the table for screen readers. */
  caption: string
  getRowId?: (row: Row) => string
  empty?: ReactNode
  isLoading?: boolean
  /** Filters and searches, above the table. */
  toolbar?: ReactNode
  /** Lets people hide columns. */
  columnMenu?: boolean
  /** Given together with `onSortingChange`, the server sorts. */
  sorting?: SortingState
  onSortingChange?: (sorting: SortingState) => void
  initialSorting?: SortingState
  pagination?: { pageSize: number } | ServerPagination
  selection?: RowSelection<Row>
  dense?: boolean
}

function resolve<Value>(updater: Updater<Value>, current: Value) {
  return typeof updater === 'function' ? (updater as (old: Value) => Value)(current) : updater
}

/** A sortable, pageable table. Columns come from the caller; only what the caller asks for is shown around it. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const t = useTranslations('ui')
  const { data, caption, empty, isLoading, toolbar, columnMenu, pagination, selection, dense } = props
  const [ownSorting, setOwnSorting] = useState<SortingState>(props.initialSorting ?? [])
  const [columnVisibility, setColumnVisibility] = useState<VisibilityState>({})
  const [ownPageIndex, setOwnPageIndex] = useState(0)
  const sorting = props.sorting ?? ownSorting
  const server = pagination && 'rowCount' in pagination ? pagination : undefined
  const rowLabel = selection?.label
  const columns = useMemo(
    () => (rowLabel ? [selectionColumn<Row>(rowLabel, t('selectAll')), ...props.columns] : props.columns),
    [props.columns, rowLabel, t],
  )
  const pageIndex = server?.pageIndex ?? ownPageIndex
  const changeSorting: OnChangeFn<SortingState> = updater => {
    const next = resolve(updater, sorting)
    setOwnSorting(next)
    props.onSortingChange?.(next)
  }

  const table = useReactTable({
    data,
    columns,
    getRowId: props.getRowId,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    ...(pagination && !server ? { getPaginationRowModel: getPaginationRowModel() } : {}),
    manualSorting: Boolean(props.sorting),
    manualPagination: Boolean(server),
    rowCount: server?.rowCount,
    enableRowSelection: Boolean(selection),
    onSortingChange: changeSorting,
    onColumnVisibilityChange: setColumnVisibility,
    onRowSelectionChange: updater => selection?.onChange(resolve(updater, selection.selected)),
    onPaginationChange: updater => {
      const next = resolve(updater, { pageIndex, pageSize: pagination?.pageSize ?? data.length })
      setOwnPageIndex(next.pageIndex)
      server?.onChange(next.pageIndex)
    },
    state: {
      sorting,
      columnVisibility,
      rowSelection: selection?.selected ?? {},
      ...(pagination ? { pagination: { pageIndex, pageSize: pagination.pageSize } } : {}),
    },
  })

  const rows = table.getRowModel().rows
  if (!isLoading && data.length === 0 && !toolbar) return empty ?? <EmptyState title={t('nothingHere')} />

  return (
    <div className="grid gap-2">
      {toolbar || columnMenu ? (
        <div className="flex flex-wrap items-center gap-2">
          {toolbar}
          {columnMenu ? <ColumnMenu table={table} /> : null}
        </div>
      ) : null}
      {!isLoading && data.length === 0 ? (
        (empty ?? <EmptyState title={t('nothingFound')} />)
      ) : (
        <Table caption={caption} dense={dense} aria-busy={isLoading}>
          <TableHeader>
            {table.getHeaderGroups().map(group => (
              <TableRow key={group.id}>
                {group.headers.map(header => (
                  <DataTableHead key={header.id} header={header} />
                ))}
              </TableRow>
            ))}
          </TableHeader>
          <TableBody>
            {isLoading && data.length === 0 ? (
              <LoadingRows columnCount={table.getVisibleLeafColumns().length} />
            ) : (
              rows.map(row => (
                <TableRow key={row.id} data-state={row.getIsSelected() ? 'selected' : undefined}>
                  {row.getVisibleCells().map(({ id, column, getContext }) => (
                    <TableCell
                      key={id}
                      numeric={column.columnDef.meta?.numeric}
                      wrap={column.columnDef.meta?.wrap}
                      className={cn(column.columnDef.meta?.narrow && 'w-px')}
                    >
                      {flexRender(column.columnDef.cell, getContext())}
                    </TableCell>
                  ))}
                </TableRow>
              ))
            )}
          </TableBody>
        </Table>
      )}
      {pagination && table.getPageCount() > 1 ? (
        <Pager
          pageIndex={pageIndex}
          pageSize={pagination.pageSize}
          rowCount={server?.rowCount ?? data.length}
          onChange={table.setPageIndex}
        />
      ) : null}
    </div>
  )
}

function LoadingRows({ columnCount }: { columnCount: number }) {
  return ['first', 'second', 'third', 'fourth'].map(row => (
    <TableRow key={row}>
      <TableCell colSpan={columnCount}>
        <Skeleton className="h-5" />
      </TableCell>
    </TableRow>
  ))
}
