import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { JoinPage } from '@/components/people/join-page'
import { singleSignOnName } from '@/server/people/adapters/single-sign-on'
import { findInvitation } from '@/server/people/queries/find-invitation'
import { findPageActor } from '@/server/trpc/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('joining'))('title') }
}

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [actor, invitation] = await Promise.all([findPageActor(), findInvitation(token)])
  // Also the way back from single sign-on, which has used the link by then.
  if (actor && !(invitation?.state === 'open' && invitation.studyName)) redirect('/')
  return (
    <JoinPage
      token={token}
      invitation={invitation}
      signedInAs={actor?.name ?? null}
      path={`/invite/${token}`}
      singleSignOn={singleSignOnName()}
    />
  )
}
