import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { InvitationTable } from '@/components/people/invitation-table'
import { PeopleHeader } from '@/components/people/people-header'
import { Messages } from '@/components/shell/messages'
import { listInvitableStudies, listInvitations } from '@/server/people/queries/list-people'
import { requirePageAdminAccess } from '@/server/trpc/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('invitations') }
}

export default async function InvitationsPage() {
  const admin = await requirePageAdminAccess('/people/invitations')
  const [invitations, studies] = await Promise.all([listInvitations(admin), listInvitableStudies(admin)])
  return (
    <Messages namespaces={['people', 'problems']}>
      <PeopleHeader studies={studies} />
      <InvitationTable invitations={invitations} />
    </Messages>
  )
}
