import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SignInForm } from '@/components/people/sign-in-form'
import { SingleSignOnButton } from '@/components/people/single-sign-on-button'
import { AuthShell } from '@/components/shell/auth-shell'
import { Messages } from '@/components/shell/messages'
import { Separator } from '@/components/ui/separator'
import { singleSignOnName } from '@/server/people/adapters/single-sign-on'
import { safeReturnPath } from '@/server/people/return-path'
import { findPageActor } from '@/server/trpc/page'

interface SignInPageProps {
  searchParams: Promise<{ to?: string | string[]; error?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') }
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const [{ to, error }, actor, t] = await Promise.all([searchParams, findPageActor(), getTranslations('signIn')])
  const singleSignOn = singleSignOnName()
  const returnTo = safeReturnPath(to)
  if (actor) redirect(returnTo)
  return (
    <AuthShell title={t('title')} footer={t('footer')}>
      <Messages namespaces={['signIn', 'problems']}>
        <SignInForm returnTo={returnTo} error={typeof error === 'string' ? error : undefined} />
        {singleSignOn ? (
          <>
            <Separator />
            <SingleSignOnButton name={singleSignOn} returnTo={returnTo} />
          </>
        ) : null}
      </Messages>
    </AuthShell>
  )
}
