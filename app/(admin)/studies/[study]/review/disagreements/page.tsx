import { Adjudicators } from '@/components/review/adjudicators'
import { DisagreementQueue } from '@/components/review/disagreement-queue'
import { Messages } from '@/components/shell/messages'
import {
  countDisagreements,
  listAdjudicators,
  listDisagreements,
} from '@/server/adjudication/queries/list-disagreements'
import { disagreementStateSchema } from '@/server/adjudication/schema'
import { getProtocol } from '@/server/studies/queries'
import { getStudyPeople } from '@/server/studies/queries/study-people'
import { requirePageStudy } from '@/server/trpc/admin-page'

interface DisagreementsPageProps {
  params: Promise<{ study: string }>
  searchParams: Promise<{ state?: string }>
}

export default async function DisagreementsPage({ params, searchParams }: DisagreementsPageProps) {
  const access = await requirePageStudy((await params).study)
  const state = disagreementStateSchema.catch('waiting').parse((await searchParams).state)
  const [protocol, rows, counts, adjudicators, people] = await Promise.all([
    getProtocol(access.studyId, access.protocolVersion),
    listDisagreements(access, state),
    countDisagreements(access),
    listAdjudicators(access),
    getStudyPeople(access),
  ])
  const rule = protocol.quality.disagreement
  const criterion = protocol.criteria.find(other => other.id === rule?.criterion)
  const members = people.members.map(({ userId, name }) => ({ userId, name }))
  return (
    <Messages namespaces={['disagreements']}>
      <DisagreementQueue
        slug={access.slug}
        study={access.studyId}
        rule={rule && criterion ? { criterion: criterion.label, difference: rule.difference } : null}
        state={state}
        rows={rows}
        counts={counts}
        hasAdjudicators={adjudicators.length > 0}
      />
      <Adjudicators study={access.studyId} adjudicators={adjudicators} members={members} />
    </Messages>
  )
}
