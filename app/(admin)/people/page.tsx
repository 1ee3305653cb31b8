import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PeopleHeader } from '@/components/people/people-header'
import { PeopleTable } from '@/components/people/people-table'
import { Messages } from '@/components/shell/messages'
import { listLanguageChoices } from '@/server/people/language-choices'
import { listInvitableStudies, listPeople } from '@/server/people/queries/list-people'
import { listCategoryOptions } from '@/server/studies/queries/get-study'
import { requirePageAdminAccess } from '@/server/trpc/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') }
}

export default async function PeoplePage() {
  const admin = await requirePageAdminAccess('/people')
  const [locale, people, studies, categories] = await Promise.all([
    getLocale(),
    listPeople(admin),
    listInvitableStudies(admin),
    listCategoryOptions(),
  ])
  return (
    <Messages namespaces={['people', 'skills', 'problems']}>
      <PeopleHeader studies={studies} />
      <PeopleTable people={people} choices={listLanguageChoices(locale)} categories={categories} />
    </Messages>
  )
}
