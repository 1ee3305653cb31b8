import { Messages } from '@/components/shell/messages'
import { StudySettings } from '@/components/studies/study-settings'
import { getStudySettings, listCategoryOptions } from '@/server/studies/queries/get-study'
import { requirePageStudy } from '@/server/trpc/admin-page'

export default async function SettingsPage({ params }: { params: Promise<{ study: string }> }) {
  const study = await requirePageStudy((await params).study)
  const [settings, categories] = await Promise.all([getStudySettings(study), listCategoryOptions()])
  return (
    <Messages namespaces={['studyForm', 'rendering']}>
      <StudySettings study={study.studyId} settings={settings} categories={categories} />
    </Messages>
  )
}
