import { getTranslations } from 'next-intl/server'
import { NavTabs } from '@/components/ui/nav-tabs'
import { PageHeader } from '@/components/ui/page-header'
import { type InvitableStudy, InviteDialog } from './invite-dialog'

/** The head of the pages about people: title, the way to invite, and the two lists. */
export async function PeopleHeader({ studies }: { studies: InvitableStudy[] }) {
  const t = await getTranslations('people')
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={<InviteDialog studies={studies} />} />
      <NavTabs
        label={t('title')}
        className="mb-4"
        items={[
          { href: '/people', label: t('accounts'), exact: true },
          { href: '/people/invitations', label: t('invitations') },
        ]}
      />
    </>
  )
}
