import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { TableDownload } from '@/components/results/table-download'
import { Button } from '@/components/ui/button'
import { writeResultFilter } from '@/server/results/filter'
import type { Comparisons } from '@/server/results/queries/get-comparisons'

/** Tables of comparisons, and what they are made of. */
export function ComparisonDownloads({ comparisons: { slug, criterion, filter, ties } }: { comparisons: Comparisons }) {
  const t = useTranslations('headToHead')
  const chosen = writeResultFilter(filter)
  chosen.set('criterion', criterion.id)
  const at = (file: string, more: Record<string, string> = {}) =>
    `/api/downloads/studies/${encodeURIComponent(slug)}/${file}?${new URLSearchParams([...chosen, ...Object.entries(more)])}`
  const threshold: Record<string, string> = ties?.isExploratory ? { threshold: String(ties.value) } : {}
  return (
    <div className="flex flex-wrap gap-2">
      <TableDownload address={at('comparisons', threshold)} label={t('downloadPairs')} />
      <TableDownload address={at('ranking', threshold)} label={t('downloadRanking')} />
      <Button asChild variant="outline">
        <a href={at('comparisons', { rows: 'items' })} download>
          <Download aria-hidden />
          {t('downloadItems')}
        </a>
      </Button>
      <Button asChild variant="outline">
        <a href={at('ratings')} download>
          <Download aria-hidden />
          {t('downloadRatings')}
        </a>
      </Button>
    </div>
  )
}
