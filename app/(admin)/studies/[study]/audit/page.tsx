import { AuditTrail } from '@/components/audit/audit-trail'
import { olderAddress } from '@/components/audit/older-address'
import { Messages } from '@/components/shell/messages'
import { listAuditChoices, listAuditEntries, verifyTrail } from '@/server/audit/queries'
import { listAuditSchema } from '@/server/audit/schema'
import { requirePageAdminAccess, requirePageStudy } from '@/server/trpc/admin-page'

interface StudyAuditPageProps {
  params: Promise<{ study: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function StudyAuditPage({ params, searchParams }: StudyAuditPageProps) {
  const { studyId, slug } = await requirePageStudy((await params).study)
  const path = `/studies/${slug}/audit`
  const admin = await requirePageAdminAccess(path)
  const asked = listAuditSchema.safeParse(await searchParams)
  const filter = { ...(asked.success ? asked.data : listAuditSchema.parse({})), study: studyId }
  const [{ lines, hasMore }, choices, verdict] = await Promise.all([
    listAuditEntries(admin, filter),
    listAuditChoices(admin),
    verifyTrail(admin),
  ])
  return (
    <Messages namespaces={['audit']}>
      <AuditTrail
        study={slug}
        lines={lines}
        choices={choices}
        verdict={verdict}
        olderHref={hasMore ? olderAddress(path, filter, lines.at(-1)?.seq) : null}
        newestHref={filter.before === null ? null : olderAddress(path, filter, undefined)}
      />
    </Messages>
  )
}
