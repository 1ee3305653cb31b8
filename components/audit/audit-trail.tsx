import { Download, ScrollText } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonClasses } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { ChainVerdict } from '@/server/audit/audit-chain'
import type { AuditChoices, AuditLine } from '@/server/audit/queries'
import { AuditFilters } from './audit-filters'
import { AuditTable } from './audit-table'
import { ChainStatus } from './chain-status'

interface AuditTrailProps {
  lines: AuditLine[]
  choices: AuditChoices
  verdict: ChainVerdict
  /** Only what concerns this study (a slug). */
  study?: string
  /** The address of the next page. */
  olderHref: string | null
  newestHref: string | null
}

/** Every act of an admin, the newest first, and whether the record of them is whole. */
export function AuditTrail({ lines, choices, verdict, study, olderHref, newestHref }: AuditTrailProps) {
  const t = useTranslations('audit')
  const download = study ? `/api/downloads/audit?study=${encodeURIComponent(study)}` : '/api/downloads/audit'
  return (
    <div className="grid gap-4">
      <ChainStatus verdict={verdict} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <AuditFilters choices={choices} hasStudies={!study} />
        <a href={download} download className={buttonClasses({ variant: 'outline' })}>
          <Download aria-hidden />
          {t('download')}
        </a>
      </div>
      {lines.length === 0 ? (
        <EmptyState icon={ScrollText} title={t('none')} description={t('noneHint')} />
      ) : (
        <AuditTable lines={lines} hasStudies={!study} />
      )}
      <nav aria-label={t('pages')} className="flex justify-end gap-2">
        {newestHref ? (
          <Link href={newestHref} className={buttonClasses({ variant: 'outline', size: 'sm' })}>
            {t('newest')}
          </Link>
        ) : null}
        {olderHref ? (
          <Link href={olderHref} className={buttonClasses({ variant: 'outline', size: 'sm' })}>
            {t('older')}
          </Link>
        ) : null}
      </nav>
    </div>
  )
}
