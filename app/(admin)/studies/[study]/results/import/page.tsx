import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ImportRecorded } from '@/components/results/import-recorded'
import { Messages } from '@/components/shell/messages'
import { Alert } from '@/components/ui/alert'
import { Section } from '@/components/ui/page-header'
import { requirePageStudy } from '@/server/trpc/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recordedImport'))('title') }
}

/** Takes in judgments that were made elsewhere. */
export default async function ImportRecordedPage({ params }: { params: Promise<{ study: string }> }) {
  const access = await requirePageStudy((await params).study)
  const t = await getTranslations('recordedImport')
  const isReceiving = access.state === 'DRAFT' || access.state === 'CLOSED'
  return (
    <Messages namespaces={['recordedImport']}>
      <Section title={t('title')} description={t('description')}>
        {isReceiving ? (
          <ImportRecorded study={access.slug} canSetStep={access.state === 'DRAFT'} />
        ) : (
          <Alert variant="warning">{t('running')}</Alert>
        )}
      </Section>
    </Messages>
  )
}
