import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ResetPasswordForm } from '@/components/people/reset-password-form'
import { AuthShell } from '@/components/shell/auth-shell'
import { Messages } from '@/components/shell/messages'
import { Button } from '@/components/ui/button'
import { findPasswordReset } from '@/server/people/queries/find-password-reset'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('joining'))('resetTitle') }
}

export default async function ResetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [t, reset] = await Promise.all([getTranslations('joining'), findPasswordReset(token)])
  if (!reset) {
    return (
      <AuthShell title={t('resetSpentTitle')} description={t('resetSpent')}>
        <Button asChild size="lg" variant="outline">
          <Link href="/sign-in">{t('toSignIn')}</Link>
        </Button>
      </AuthShell>
    )
  }
  return (
    <AuthShell title={t('resetTitle')} description={t('resetDescription', { email: reset.email })}>
      <Messages namespaces={['joining', 'problems']}>
        <ResetPasswordForm token={token} email={reset.email} />
      </Messages>
    </AuthShell>
  )
}
