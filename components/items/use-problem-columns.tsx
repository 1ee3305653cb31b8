'use client'

import type { ColumnDef } from '@tanstack/react-table'
import { useFormatter, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { Badge } from '@/components/ui/badge'
import type { ImportProblem } from '@/server/items/schema'

export function useProblemColumns(): ColumnDef<ImportProblem>[] {
  const t = useTranslations('imports')
  const format = useFormatter()
  return useMemo(
    () => [
      {
        accessorKey: 'line',
        header: t('problems.line'),
        enableSorting: false,
        meta: { numeric: true },
        cell: ({ row }) => (row.original.line > 0 ? format.number(row.original.line) : t('problems.wholeFile')),
      },
      {
        accessorKey: 'severity',
        header: t('problems.severity'),
        enableSorting: false,
        cell: ({ row }) => (
          <Badge variant={row.original.severity === 'error' ? 'destructive' : 'warning'}>
            {t(`problems.${row.original.severity}`)}
          </Badge>
        ),
      },
      {
        accessorKey: 'field',
        header: t('problems.field'),
        enableSorting: false,
        cell: ({ row }) => <code className="font-mono text-xs">{row.original.field}</code>,
      },
      {
        accessorKey: 'value',
        header: t('problems.value'),
        enableSorting: false,
        meta: { wrap: true },
        cell: ({ row }) => (
          <bdi className="line-clamp-3 min-w-24 max-w-64 break-words" title={row.original.value}>
            {row.original.value}
          </bdi>
        ),
      },
      {
        accessorKey: 'message',
        header: t('problems.message'),
        enableSorting: false,
        meta: { wrap: true },
        cell: ({ row }) => <span className="block min-w-48">{row.original.message}</span>,
      },
      {
        accessorKey: 'fix',
        header: t('problems.fix'),
        enableSorting: false,
        meta: { wrap: true },
        cell: ({ row }) => <span className="block min-w-48 text-muted-foreground">{row.original.fix}</span>,
      },
    ],
    [t, format],
  )
}
