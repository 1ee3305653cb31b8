import { Messages } from '@/components/shell/messages'
import { FlagQueue } from '@/components/studies/flag-queue'
import { StrandedDrafts } from '@/components/studies/stranded-drafts'
import { listStrandedDrafts } from '@/server/judgments/queries'
import { listFlags } from '@/server/studies/queries/list-flags'
import { requirePageStudy } from '@/server/trpc/admin-page'

interface FlagsPageProps {
  params: Promise<{ study: string }>
  searchParams: Promise<{ resolved?: string }>
}

export default async function FlagsPage({ params, searchParams }: FlagsPageProps) {
  const access = await requirePageStudy((await params).study)
  const resolved = (await searchParams).resolved === 'true'
  const [flags, drafts] = await Promise.all([listFlags(access, { resolved }), listStrandedDrafts(access)])
  return (
    <Messages namespaces={['studyFlags']}>
      <FlagQueue slug={access.slug} study={access.studyId} flags={flags} isResolved={resolved} />
      <StrandedDrafts slug={access.slug} study={access.studyId} drafts={drafts} />
    </Messages>
  )
}
