import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { WelcomeForm } from '@/components/people/welcome-form'
import { Messages } from '@/components/shell/messages'
import { WorkShell } from '@/components/shell/work-shell'
import { PageHeader } from '@/components/ui/page-header'
import { listLanguageChoices } from '@/server/people/language-choices'
import { getOwnProfile } from '@/server/people/queries/get-own-account'
import { safeReturnPath } from '@/server/people/return-path'
import { listCategoryOptions } from '@/server/studies/queries/get-study'
import { requirePageActor } from '@/server/trpc/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('skills'))('welcomeTitle') }
}

export default async function WelcomePage({ searchParams }: { searchParams: Promise<{ to?: string | string[] }> }) {
  const actor = await requirePageActor('/welcome')
  const returnTo = safeReturnPath((await searchParams).to)
  if (actor.welcomed || actor.role === 'ADMIN') redirect(returnTo)
  const [t, locale, categories, { languages, expertise }] = await Promise.all([
    getTranslations('skills'),
    getLocale(),
    listCategoryOptions(),
    getOwnProfile(actor),
  ])
  return (
    <WorkShell user={actor}>
      <div className="mx-auto max-w-2xl">
        <PageHeader title={t('welcome', { name: actor.name })} description={t('welcomeDescription')} />
        <Messages namespaces={['skills', 'problems']}>
          <WelcomeForm
            skills={{ languages, expertise }}
            choices={listLanguageChoices(locale)}
            categories={categories}
            returnTo={returnTo}
          />
        </Messages>
      </div>
    </WorkShell>
  )
}
