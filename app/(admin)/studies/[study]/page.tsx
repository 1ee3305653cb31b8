import { Messages } from '@/components/shell/messages'
import { DraftOverview } from '@/components/studies/draft-overview'
import { RunningOverview } from '@/components/studies/running-overview'
import { getStudy } from '@/server/studies/queries/get-study'
import { getDraftOverview, getRunningOverview } from '@/server/studies/queries/study-overview'
import { requirePageStudy } from '@/server/trpc/admin-page'

export default async function OverviewPage({ params }: { params: Promise<{ study: string }> }) {
  const access = await requirePageStudy((await params).study)
  const study = await getStudy(access)
  return (
    <Messages namespaces={['studyOverview', 'quality']}>
      {study.state === 'DRAFT' ? (
        <DraftOverview study={study} overview={await getDraftOverview(access)} />
      ) : (
        <RunningOverview study={study} overview={await getRunningOverview(access)} />
      )}
    </Messages>
  )
}
