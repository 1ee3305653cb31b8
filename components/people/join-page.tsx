import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AuthShell } from '@/components/shell/auth-shell'
import { Messages } from '@/components/shell/messages'
import { Button } from '@/components/ui/button'
import { Separator } from '@/components/ui/separator'
import type { FoundInvitation } from '@/server/people/queries/find-invitation'
import { AcceptInvitationForm } from './accept-invitation-form'
import { JoinStudyForm } from './join-study-form'
import { SingleSignOnButton } from './single-sign-on-button'

interface JoinPageProps {
  token: string
  /** Null: there is no such link. */
  invitation: FoundInvitation | null
  /** Where the single sign-on comes back to: the page of this link, by which the server knows the invitation. */
  path: string
  singleSignOn: string | null
  /** The name of whoever is signed in, when the link is for a study; null: they make an account. */
  signedInAs?: string | null
}

/** What an invitation or set-up link opens. */
export async function JoinPage({ token, invitation, path, singleSignOn, signedInAs = null }: JoinPageProps) {
  const t = await getTranslations('joining')
  if (invitation?.state !== 'open') {
    return (
      <AuthShell title={t('closedTitle')} description={t(`closed.${invitation?.state ?? 'unknown'}`)}>
        <Button asChild size="lg" variant="outline">
          <Link href="/sign-in">{t('toSignIn')}</Link>
        </Button>
      </AuthShell>
    )
  }
  const { isSetUp, role, studyName } = invitation
  if (signedInAs !== null && studyName) {
    return (
      <AuthShell
        isSignedIn
        title={t('title')}
        description={t('description.member', { study: studyName, name: signedInAs })}
      >
        <Messages namespaces={['joining', 'problems']}>
          <JoinStudyForm token={token} />
        </Messages>
      </AuthShell>
    )
  }
  const kind = isSetUp ? 'setUp' : role === 'ADMIN' ? 'admin' : studyName ? 'study' : 'annotator'
  return (
    <AuthShell
      title={t(isSetUp ? 'setUpTitle' : 'title')}
      description={t(`description.${kind}`, { study: studyName ?? '' })}
      footer={isSetUp ? undefined : <Link href={`/sign-in?to=${encodeURIComponent(path)}`}>{t('haveAccount')}</Link>}
    >
      <Messages namespaces={['joining', 'problems']}>
        {singleSignOn ? (
          <>
            <SingleSignOnButton name={singleSignOn} returnTo={path} />
            <Separator />
          </>
        ) : null}
        <AcceptInvitationForm token={token} />
      </Messages>
    </AuthShell>
  )
}
