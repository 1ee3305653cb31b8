'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useTRPC } from '@/components/trpc/context'
import { Button } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Input } from '@/components/ui/input'
import { NativeSelect } from '@/components/ui/native-select'
import { Section } from '@/components/ui/page-header'
import type { ImportView } from '@/server/items/queries/imports'
import { type ImportSummary, problemPageSize } from '@/server/items/schema'
import { useProblemColumns } from './use-problem-columns'

const severities = ['error', 'warning'] as const
const kept = 1000

interface ImportProblemsProps {
  study: string
  view: ImportView
  summary: ImportSummary
}

/** Every problem with line, field, value and what to do; filters live in the address. */
export function ImportProblems({ study, view, summary }: ImportProblemsProps) {
  const t = useTranslations('imports')
  const trpc = useTRPC()
  const columns = useProblemColumns()
  const [filter, setFilter] = useQueryStates(
    {
      severity: parseAsStringLiteral(severities),
      kind: parseAsString,
      problem: parseAsString.withDefault(''),
      page: parseAsInteger.withDefault(0),
    },
    { throttleMs: 250 },
  )
  const { data, isPending } = useQuery({
    ...trpc.items.imports.problems.queryOptions({
      study,
      importId: view.id,
      severity: filter.severity ?? undefined,
      code: filter.kind ?? undefined,
      search: filter.problem || undefined,
      page: Math.max(0, filter.page),
    }),
    // A new check has new problems.
    staleTime: 0,
    enabled: summary.problems.errors + summary.problems.warnings > 0,
    placeholderData: keepPreviousData,
  })
  const { errors, warnings, byCode } = summary.problems
  if (errors + warnings === 0) return null
  const kinds = byCode.filter(({ severity }) => !filter.severity || severity === filter.severity)
  return (
    <Section
      title={t('problems.title')}
      description={byCode.some(({ count }) => count > kept) ? t('problems.kept') : undefined}
      actions={
        <Button asChild variant="outline" size="sm">
          <a href={`/api/uploads/${view.id}/problems?study=${study}`} download>
            <Download aria-hidden />
            {t('problems.download')}
          </a>
        </Button>
      }
    >
      <DataTable
        columns={columns}
        data={data?.problems ?? []}
        caption={t('problems.title')}
        isLoading={isPending}
        dense
        pagination={{
          pageIndex: filter.page,
          pageSize: problemPageSize,
          rowCount: data?.count ?? 0,
          onChange: page => setFilter({ page: page || null }),
        }}
        empty={<EmptyState title={t('problems.noneFound')} />}
        toolbar={
          <search className="flex flex-1 flex-wrap items-center gap-2">
            <Input
              type="search"
              className="w-full sm:w-64"
              aria-label={t('problems.search')}
              placeholder={t('problems.search')}
              value={filter.problem}
              onChange={event => setFilter({ problem: event.target.value || null, page: null })}
            />
            <div>
              <NativeSelect
                aria-label={t('problems.severity')}
                value={filter.severity ?? ''}
                onChange={event =>
                  setFilter({
                    severity: severities.find(one => one === event.target.value) ?? null,
                    kind: null,
                    page: null,
                  })
                }
              >
                <option value="">{t('problems.all')}</option>
                <option value="error">{t('problems.errors', { count: errors })}</option>
                <option value="warning">{t('problems.warnings', { count: warnings })}</option>
              </NativeSelect>
            </div>
            <div>
              <NativeSelect
                aria-label={t('problems.allKinds')}
                value={filter.kind ?? ''}
                onChange={event => setFilter({ kind: event.target.value || null, page: null })}
              >
                <option value="">{t('problems.allKinds')}</option>
                {kinds.map(({ code, count }) => (
                  <option key={code} value={code}>
                    {t('problems.kind', { name: code.replaceAll('_', ' '), count })}
                  </option>
                ))}
              </NativeSelect>
            </div>
          </search>
        }
      />
    </Section>
  )
}
