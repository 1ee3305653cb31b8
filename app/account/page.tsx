import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AccountPage } from '@/components/people/account-page'
import { AdminShell } from '@/components/shell/admin-shell'
import { Messages } from '@/components/shell/messages'
import { WorkShell } from '@/components/shell/work-shell'
import { listLanguageChoices } from '@/server/people/language-choices'
import { getOwnProfile, listOwnSignIns } from '@/server/people/queries/get-own-account'
import { listCategoryOptions } from '@/server/studies/queries/get-study'
import { requirePageActor } from '@/server/trpc/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') }
}

export default async function OwnAccountPage() {
  const actor = await requirePageActor('/account')
  const [locale, profile, signIns, categories] = await Promise.all([
    getLocale(),
    getOwnProfile(actor),
    listOwnSignIns(actor),
    listCategoryOptions(),
  ])
  const Shell = actor.role === 'ADMIN' ? AdminShell : WorkShell
  return (
    <Shell user={actor}>
      <Messages namespaces={['account', 'skills', 'problems']}>
        <AccountPage
          profile={profile}
          signIns={signIns}
          choices={listLanguageChoices(locale)}
          categories={categories}
        />
      </Messages>
    </Shell>
  )
}
