import { Messages } from '@/components/shell/messages'
import { FlagQueue } from '@/components/studies/flag-queue'
import { listFlags } from '@/server/studies/queries/list-flags'
import { requirePageStudy } from '@/server/trpc/admin-page'

interface FlagsPageProps {
  params: Promise<{ study: string }>
  searchParams: Promise<{ resolved?: string }>
}

export default async function FlagsPage({ params, searchParams }: FlagsPageProps) {
  const access = await requirePageStudy((await params).study)
  const resolved = (await searchParams).resolved === 'true'
  const flags = await listFlags(access, { resolved })
  return (
    <Messages namespaces={['studyFlags']}>
      <FlagQueue slug={access.slug} study={access.studyId} flags={flags} isResolved={resolved} />
    </Messages>
  )
}
