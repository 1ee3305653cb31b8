import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Messages } from '@/components/shell/messages'
import { NewStudy } from '@/components/studies/new-study'
import { PageHeader } from '@/components/ui/page-header'
import { presetProtocol } from '@/server/studies/presets'
import { listCategoryOptions } from '@/server/studies/queries/get-study'
import { requirePageAdminAccess } from '@/server/trpc/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('studies'))('new') }
}

export default async function NewStudyPage() {
  await requirePageAdminAccess('/studies/new')
  const t = await getTranslations('studies')
  const categories = await listCategoryOptions()
  return (
    <Messages namespaces={['studies', 'studyForm', 'rendering']}>
      <PageHeader
        title={t('new')}
        description={t('newDescription')}
        breadcrumbs={[{ href: '/studies', label: t('title') }]}
      />
      <NewStudy preset="general-chat" protocol={presetProtocol('general-chat')} categories={categories} />
    </Messages>
  )
}
