'use client'

import { useTranslations } from 'next-intl'
import type { ResultName } from '@/server/exports/schema'
import type { ResultFilter } from '@/server/results/filter'
import { withFilter } from './filter/filter-address'
import { TableDownload } from './table-download'

interface OneTableDownloadProps {
  study: string
  table: ResultName
  filter: ResultFilter
  criterion?: string
}

/** The menu of formats of one table, beside it. */
export function OneTableDownload({ study, table, filter, criterion }: OneTableDownloadProps) {
  const t = useTranslations('results')
  const address = `/api/downloads/studies/${encodeURIComponent(study)}/tables?table=${table}${criterion ? `&criterion=${criterion}` : ''}`
  return <TableDownload address={withFilter(address, filter)} label={t('downloadOne')} />
}
