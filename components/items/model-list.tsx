'use client'

import type { ColumnDef } from '@tanstack/react-table'
import { Boxes } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { ModelsView, ModelView } from '@/server/items/queries/models'

interface ModelListProps {
  slug: string
  view: ModelsView
  sealed: boolean
}

/** The models of a study by name, with what was imported of each per language. */
export function ModelList({ slug, view, sealed }: ModelListProps) {
  const t = useTranslations('models')
  const columns = useModelColumns(view, sealed)
  if (view.models.length === 0)
    return (
      <EmptyState
        icon={Boxes}
        className="mt-5"
        title={t('none')}
        description={t('noneHint')}
        action={
          <Button asChild>
            <Link href={`/studies/${slug}/import`}>{t('import')}</Link>
          </Button>
        }
      />
    )
  return (
    <div className="mt-5 grid gap-4">
      {sealed ? <Alert title={t('sealedTitle')}>{t('sealedText')}</Alert> : null}
      <DataTable columns={columns} data={view.models} caption={t('caption')} getRowId={model => model.name} />
    </div>
  )
}

function useModelColumns(view: ModelsView, sealed: boolean): ColumnDef<ModelView>[] {
  const t = useTranslations('models')
  const format = useFormatter()
  return useMemo(() => {
    const total = view.itemsByLanguage.reduce((sum, { items }) => sum + items, 0)
    const of = (count: number, all: number) =>
      count === all ? format.number(count) : t('ofItems', { count, total: all })
    const columns: ColumnDef<ModelView>[] = [
      {
        accessorKey: 'name',
        header: t('name'),
        meta: { wrap: true },
        cell: ({ row }) => <bdi className="break-all font-medium">{row.original.name}</bdi>,
      },
      ...(sealed ? [] : [{ accessorKey: 'codeName', header: t('codeName') }]),
      {
        accessorKey: 'items',
        header: t('items'),
        meta: { numeric: true },
        cell: ({ row }) => of(row.original.items, total),
      },
      ...view.itemsByLanguage.map(({ language, items }): ColumnDef<ModelView> => {
        const own = (model: ModelView) => model.byLanguage.find(count => count.language === language)?.items ?? 0
        return {
          id: `language-${language}`,
          header: language,
          accessorFn: own,
          meta: { numeric: true },
          cell: ({ row }) => of(own(row.original), items),
        }
      }),
      {
        accessorKey: 'responses',
        header: t('responses'),
        meta: { numeric: true },
        cell: ({ row }) => format.number(row.original.responses),
      },
    ]
    if (!sealed)
      columns.push({
        accessorKey: 'notOk',
        header: t('notOk'),
        meta: { numeric: true },
        cell: ({ row: { original } }) => (
          <span title={t('notOkHint')}>{original.notOk ? format.number(original.notOk) : '–'}</span>
        ),
      })
    return columns
  }, [t, format, view, sealed])
}
