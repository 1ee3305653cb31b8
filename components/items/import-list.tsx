'use client'

import type { ColumnDef } from '@tanstack/react-table'
import { FileUp } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Progress } from '@/components/ui/progress'
import type { ImportView } from '@/server/items/queries/imports'
import { isImportActive } from '@/server/items/schema'
import { formatBytes } from './format-bytes'
import { ImportStateBadge } from './import-state-badge'

/** All imports of a study, newest first. */
export function ImportList({ slug, imports }: { slug: string; imports: ImportView[] }) {
  const t = useTranslations('imports')
  const format = useFormatter()
  const columns = useMemo<ColumnDef<ImportView>[]>(
    () => [
      {
        accessorKey: 'fileName',
        header: t('list.file'),
        meta: { wrap: true },
        cell: ({ row: { original } }) => (
          <Link href={`/studies/${slug}/import/${original.id}`} className="break-all font-medium hover:underline">
            <bdi>{original.fileName}</bdi>
          </Link>
        ),
      },
      {
        accessorKey: 'state',
        header: t('list.state'),
        cell: ({ row: { original } }) =>
          isImportActive(original.state) || original.state === 'UPLOADING' ? (
            <span className="grid w-32 gap-1">
              <ImportStateBadge {...original} />
              <Progress size="sm" label={t('list.state')} value={original.bytesRead} max={original.byteSize} />
            </span>
          ) : (
            <ImportStateBadge {...original} />
          ),
      },
      {
        accessorKey: 'byteSize',
        header: t('list.size'),
        meta: { numeric: true },
        cell: cell => formatBytes(format, cell.row.original.byteSize),
      },
      {
        id: 'items',
        header: t('list.items'),
        meta: { numeric: true },
        accessorFn: row => row.summary?.items.new,
        cell: cell => formatCount(format, cell.row.original.summary?.items.new),
      },
      {
        id: 'responses',
        header: t('list.responses'),
        meta: { numeric: true },
        accessorFn: row => row.summary?.responses.new,
        cell: cell => formatCount(format, cell.row.original.summary?.responses.new),
      },
      {
        id: 'problems',
        header: t('list.problems'),
        meta: { numeric: true },
        accessorFn: row => row.summary && row.summary.problems.errors + row.summary.problems.warnings,
        cell: ({ row: { original } }) =>
          formatCount(
            format,
            original.summary ? original.summary.problems.errors + original.summary.problems.warnings : undefined,
          ),
      },
      {
        accessorKey: 'createdAt',
        header: t('list.started'),
        cell: cell => format.dateTime(cell.row.original.createdAt, { dateStyle: 'medium', timeStyle: 'short' }),
      },
    ],
    [t, format, slug],
  )
  return (
    <DataTable
      columns={columns}
      data={imports}
      caption={t('list.title')}
      getRowId={row => row.id}
      pagination={{ pageSize: 20 }}
      empty={<EmptyState icon={FileUp} title={t('list.none')} description={t('list.noneHint')} />}
    />
  )
}

const formatCount = (format: ReturnType<typeof useFormatter>, count: number | undefined) =>
  count === undefined ? '–' : format.number(count)
