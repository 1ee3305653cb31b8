'use client'

import type { ColumnDef } from '@tanstack/react-table'
import { FlaskConical, Plus } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Progress } from '@/components/ui/progress'
import type { StudySummary } from '@/server/studies/queries/list-studies'
import { StudyBadges } from './study-badges'
import { StudyListFilters } from './study-list-filters'

/** All studies with their progress; the address holds the filters. */
export function StudyList({ studies, isFiltered }: { studies: StudySummary[]; isFiltered: boolean }) {
  const t = useTranslations('studies')
  const columns = useStudyColumns()
  return (
    <DataTable
      columns={columns}
      data={studies}
      caption={t('title')}
      getRowId={study => study.id}
      pagination={{ pageSize: 50 }}
      toolbar={<StudyListFilters />}
      empty={
        isFiltered ? (
          <EmptyState icon={FlaskConical} title={t('list.noneFound')} description={t('list.noneFoundHint')} />
        ) : (
          <EmptyState
            icon={FlaskConical}
            title={t('list.none')}
            description={t('list.noneHint')}
            action={
              <Button asChild>
                <Link href="/studies/new">
                  <Plus aria-hidden />
                  {t('new')}
                </Link>
              </Button>
            }
          />
        )
      }
    />
  )
}

function useStudyColumns(): ColumnDef<StudySummary>[] {
  const t = useTranslations('studies')
  const format = useFormatter()
  return useMemo(
    () => [
      {
        accessorKey: 'name',
        header: t('list.name'),
        meta: { wrap: true },
        cell: ({ row: { original } }) => (
          <Link href={`/studies/${original.slug}`} className="font-medium hover:underline" dir="auto">
            {original.name}
          </Link>
        ),
      },
      {
        accessorKey: 'state',
        header: t('list.state'),
        cell: ({ row: { original } }) => (
          <span className="flex gap-1.5">
            <StudyBadges {...original} />
          </span>
        ),
      },
      {
        accessorKey: 'items',
        header: t('list.items'),
        meta: { numeric: true },
        cell: cell => format.number(cell.row.original.items),
      },
      { accessorKey: 'annotators', header: t('list.annotators'), meta: { numeric: true } },
      {
        id: 'progress',
        header: t('list.progress'),
        accessorFn: study => (study.places > 0 ? study.judged / study.places : 0),
        cell: ({ row: { original } }) => <StudyProgress study={original} />,
      },
      {
        accessorKey: 'openFlags',
        header: t('list.flags'),
        meta: { numeric: true },
        cell: ({ row: { original } }) =>
          original.openFlags > 0 ? (
            <Link
              href={`/studies/${original.slug}/flags`}
              aria-label={t('list.openFlags', { count: original.openFlags })}
            >
              <Badge variant="warning">{original.openFlags}</Badge>
            </Link>
          ) : (
            '–'
          ),
      },
      {
        accessorKey: 'createdAt',
        header: t('list.created'),
        cell: ({ row: { original } }) => format.dateTime(original.createdAt, { dateStyle: 'medium' }),
      },
    ],
    [t, format],
  )
}

function StudyProgress({ study }: { study: StudySummary }) {
  const t = useTranslations('studies')
  if (study.places > 0)
    return (
      <Progress
        value={study.judged}
        max={study.places}
        size="sm"
        label={t('list.progressOf', { name: study.name })}
        valueText={t('list.judgedOf', { judged: study.judged, places: study.places })}
        className="w-36"
      />
    )
  if (study.recorded > 0) return t('list.recorded', { count: study.recorded })
  return <span className="text-muted-foreground">{t(study.items > 0 ? 'list.notOpened' : 'list.noItems')}</span>
}
