'use client'

import type { ColumnDef } from '@tanstack/react-table'
import { Files } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { ItemFacets, ItemRow } from '@/server/items/queries/items'
import { itemPageSize } from '@/server/items/schema'
import { ItemFilters, useItemFilters } from './item-filters'

interface ItemListProps {
  slug: string
  items: ItemRow[]
  count: number
  facets: ItemFacets
}

/** A study's items, page by page; the address holds search, filters and page. */
export function ItemList({ slug, items, count, facets }: ItemListProps) {
  const t = useTranslations('items')
  const columns = useItemColumns(slug)
  const { filters, setFilters, isPending } = useItemFilters()
  if (facets.items === 0)
    return (
      <EmptyState
        icon={Files}
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
    <div className="mt-5">
      <DataTable
        columns={columns}
        data={items}
        caption={t('caption')}
        getRowId={item => item.id}
        isLoading={isPending}
        toolbar={<ItemFilters facets={facets} />}
        pagination={{
          pageIndex: Math.max(0, filters.page - 1),
          pageSize: itemPageSize,
          rowCount: count,
          onChange: page => setFilters({ page: page === 0 ? null : page + 1 }),
        }}
        empty={<EmptyState icon={Files} title={t('noneFound')} description={t('noneFoundHint')} />}
      />
    </div>
  )
}

function useItemColumns(slug: string): ColumnDef<ItemRow>[] {
  const t = useTranslations('items')
  return useMemo(
    () => [
      {
        accessorKey: 'externalId',
        header: t('id'),
        enableSorting: false,
        cell: ({ row: { original } }) => (
          <span className="flex items-baseline gap-2">
            <Link
              href={`/studies/${slug}/items/${original.id}`}
              className="block max-w-56 truncate font-medium hover:underline"
              title={original.externalId}
            >
              <bdi>{original.externalId}</bdi>
            </Link>
            {original.purpose === 'STUDY' ? null : <Badge variant="info">{t(`purposes.${original.purpose}`)}</Badge>}
          </span>
        ),
      },
      {
        accessorKey: 'language',
        header: t('language'),
        enableSorting: false,
        cell: ({ row: { original } }) =>
          original.sourceLanguage ? `${original.sourceLanguage} → ${original.language}` : original.language,
      },
      {
        accessorKey: 'category',
        header: t('category'),
        enableSorting: false,
        cell: ({ row }) => row.original.category ?? '–',
      },
      {
        accessorKey: 'prompt',
        header: t('prompt'),
        enableSorting: false,
        meta: { wrap: true },
        cell: ({ row: { original } }) =>
          original.recordedOnly ? (
            <Badge variant="muted">{t('recorded')}</Badge>
          ) : (
            <span className="flex items-baseline gap-2">
              <span className="line-clamp-1 min-w-40 break-all" dir="auto" lang={original.language}>
                {original.prompt}
              </span>
              {original.hasRubric ? <Badge variant="outline">{t('rubric')}</Badge> : null}
              {original.turns > 1 ? <Badge variant="outline">{t('turns', { count: original.turns })}</Badge> : null}
            </span>
          ),
      },
      { accessorKey: 'responses', header: t('responses'), enableSorting: false, meta: { numeric: true } },
      {
        accessorKey: 'hasReference',
        header: t('reference'),
        enableSorting: false,
        cell: ({ row }) => (row.original.hasReference ? t('hasReference') : '–'),
      },
    ],
    [t, slug],
  )
}
