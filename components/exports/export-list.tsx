'use client'

import { useQuery } from '@tanstack/react-query'
import type { ColumnDef } from '@tanstack/react-table'
import { FileDown } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { formatBytes } from '@/components/items/format-bytes'
import { useTRPC } from '@/components/trpc/context'
import { Alert } from '@/components/ui/alert'
import { CopyButton } from '@/components/ui/copy-button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { ExportView } from '@/server/exports/schema'
import { ExportActions } from './export-actions'
import { ExportStateCell } from './export-state-cell'

interface ExportListProps {
  study: string
  isSealed: boolean
  initial: ExportView[]
}

const isUnderWay = ({ state }: ExportView) => state === 'QUEUED' || state === 'RUNNING'

/** The files that were asked for, newest first; live while one is being made. */
export function ExportList({ study, isSealed, initial }: ExportListProps) {
  const t = useTranslations('exports')
  const format = useFormatter()
  const { exports } = useTRPC()
  const { data, isError } = useQuery({
    ...exports.list.queryOptions({ study }),
    initialData: initial,
    refetchInterval: query => (query.state.data?.some(isUnderWay) ? 1000 : false),
  })
  const columns = useMemo<ColumnDef<ExportView>[]>(
    () => [
      {
        accessorKey: 'fileName',
        header: t('column.file'),
        meta: { wrap: true },
        cell: ({ row: { original } }) => (
          <span className="grid min-w-44 gap-0.5">
            <span className="break-all font-medium">
              <bdi>{original.fileName}</bdi>
            </span>
            <span className="text-muted-foreground text-xs">{t(`kind.${original.kind}`)}</span>
          </span>
        ),
      },
      {
        accessorKey: 'state',
        header: t('column.state'),
        cell: ({ row: { original } }) => (
          <ExportStateCell view={original} isWithheld={isSealed && !original.blind && original.state === 'READY'} />
        ),
      },
      {
        accessorKey: 'byteSize',
        header: t('column.size'),
        meta: { numeric: true },
        cell: ({ row: { original } }) => (original.byteSize === null ? '–' : formatBytes(format, original.byteSize)),
      },
      {
        accessorKey: 'sha256',
        header: t('column.checksum'),
        enableSorting: false,
        cell: ({ row: { original } }) =>
          original.sha256 === null ? (
            '–'
          ) : (
            <span className="inline-flex items-center gap-1">
              <code className="text-xs" title={original.sha256}>
                {original.sha256.slice(0, 8)}
              </code>
              <CopyButton
                value={original.sha256}
                label={t('copyChecksum', { file: original.fileName })}
                variant="ghost"
                size="sm"
              />
            </span>
          ),
      },
      {
        accessorKey: 'createdAt',
        header: t('column.made'),
        cell: ({ row: { original } }) =>
          t('by', {
            date: format.dateTime(original.createdAt, { dateStyle: 'medium', timeStyle: 'short' }),
            name: original.createdBy ?? t('operator'),
          }),
      },
      {
        accessorKey: 'expiresAt',
        header: t('column.expires'),
        cell: ({ row: { original } }) =>
          original.expiresAt === null ? '–' : format.dateTime(original.expiresAt, { dateStyle: 'medium' }),
      },
      {
        id: 'actions',
        header: () => <span className="sr-only">{t('column.actions')}</span>,
        cell: ({ row: { original } }) => (
          <ExportActions study={study} view={original} isWithheld={isSealed && !original.blind} />
        ),
      },
    ],
    [t, format, study, isSealed],
  )
  return (
    <div className="grid gap-3">
      {isError ? <Alert variant="warning">{t('loadFailed')}</Alert> : null}
      <DataTable
        columns={columns}
        data={data}
        caption={t('files')}
        getRowId={row => row.id}
        pagination={{ pageSize: 20 }}
        empty={<EmptyState icon={FileDown} title={t('none')} description={t('noneHint')} />}
      />
    </div>
  )
}
