import { notFound } from 'next/navigation'
import { BatchTable } from '@/components/batches/batch-table'
import { PreferenceDownload } from '@/components/batches/preference-download'
import { Messages } from '@/components/shell/messages'
import { listBatches } from '@/server/batches/queries/list-batches'
import { mainPreference } from '@/server/preferences/main-preference'
import { getProtocol } from '@/server/studies/queries'
import { requirePageStudy } from '@/server/trpc/admin-page'

export default async function PreferencesPage({ params }: { params: Promise<{ study: string }> }) {
  const access = await requirePageStudy((await params).study)
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  if (!mainPreference(protocol)) notFound()
  const batches = protocol.batches ? await listBatches(access) : null
  return (
    <Messages namespaces={['batches']}>
      <PreferenceDownload study={access.slug} />
      <BatchTable study={access.slug} batches={batches} />
    </Messages>
  )
}
