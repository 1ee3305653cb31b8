import { Messages } from '@/components/shell/messages'
import { StudySettings } from '@/components/studies/study-settings'
import { getStudySettings, listCategoryOptions } from '@/server/studies/queries/get-study'
import { findItemPreview } from '@/server/studies/queries/preview-item'
import { requirePageStudy } from '@/server/trpc/admin-page'

export default async function SettingsPage({ params }: { params: Promise<{ study: string }> }) {
  const study = await requirePageStudy((await params).study)
  const [settings, categories, preview] = await Promise.all([
    getStudySettings(study),
    listCategoryOptions(),
    findItemPreview(study, {}),
  ])
  return (
    <Messages namespaces={['studyForm', 'schemaSentences', 'schemaRules', 'judging', 'rendering']}>
      <StudySettings
        study={study.studyId}
        settings={settings}
        categories={categories}
        previewItem={preview?.content ?? null}
      />
    </Messages>
  )
}
