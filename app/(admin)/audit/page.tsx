import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuditTrail } from '@/components/audit/audit-trail'
import { olderAddress } from '@/components/audit/older-address'
import { Messages } from '@/components/shell/messages'
import { PageHeader } from '@/components/ui/page-header'
import { listAuditChoices, listAuditEntries, verifyTrail } from '@/server/audit/queries'
import { listAuditSchema } from '@/server/audit/schema'
import { requirePageAdminAccess } from '@/server/trpc/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') }
}

interface AuditPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const admin = await requirePageAdminAccess('/audit')
  const t = await getTranslations('audit')
  const asked = listAuditSchema.safeParse(await searchParams)
  const filter = asked.success ? asked.data : listAuditSchema.parse({})
  const [{ lines, hasMore }, choices, verdict] = await Promise.all([
    listAuditEntries(admin, filter),
    listAuditChoices(admin),
    verifyTrail(admin),
  ])
  return (
    <Messages namespaces={['audit']}>
      <PageHeader title={t('title')} description={t('description')} />
      <AuditTrail
        lines={lines}
        choices={choices}
        verdict={verdict}
        olderHref={hasMore ? olderAddress('/audit', filter, lines.at(-1)?.seq) : null}
        newestHref={filter.before === null ? null : olderAddress('/audit', filter, undefined)}
      />
    </Messages>
  )
}
