import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Messages } from '@/components/shell/messages'
import { NewStudy } from '@/components/studies/new-study'
import { PageHeader } from '@/components/ui/page-header'
import { type PresetName, presetNames } from '@/server/studies/preset-names'
import { presetProtocol } from '@/server/studies/presets'
import { listCategoryOptions } from '@/server/studies/queries/get-study'
import type { Protocol } from '@/server/studies/schema'
import { requirePageAdminAccess } from '@/server/trpc/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('studies'))('new') }
}

interface NewStudyPageProps {
  searchParams: Promise<{ preset?: string }>
}

export default async function NewStudyPage({ searchParams }: NewStudyPageProps) {
  await requirePageAdminAccess('/studies/new')
  const t = await getTranslations('studies')
  const categories = await listCategoryOptions()
  const { preset: asked } = await searchParams
  const preset = presetNames.find(name => name === asked) ?? 'general-chat'
  const presets = Object.fromEntries(presetNames.map(name => [name, presetProtocol(name)])) as Record<
    PresetName,
    Protocol
  >
  return (
    <Messages namespaces={['studies', 'studyForm', 'schemaSentences', 'schemaRules', 'judging', 'rendering']}>
      <PageHeader
        title={t('new')}
        description={t('newDescription')}
        breadcrumbs={[{ href: '/studies', label: t('title') }]}
      />
      <NewStudy preset={preset} presets={presets} categories={categories} />
    </Messages>
  )
}
