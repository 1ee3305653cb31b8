import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DatasheetSection } from '@/components/exports/datasheet-section'
import { ExportForm } from '@/components/exports/export-form'
import { ExportList } from '@/components/exports/export-list'
import { isFiltered } from '@/components/results/filter/filter-address'
import { filteredPage } from '@/components/results/filter/filtered-page'
import { Messages } from '@/components/shell/messages'
import { Alert } from '@/components/ui/alert'
import { Section } from '@/components/ui/page-header'
import { getDatasheet } from '@/server/exports/queries/get-datasheet'
import { listExports } from '@/server/exports/queries/list-exports'
import { exportChoices } from '@/server/exports/request/export-choices'
import { getProtocol } from '@/server/studies/queries'
import { requirePageStudy } from '@/server/trpc/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exports'))('title') }
}

interface ExportsPageProps {
  params: Promise<{ study: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What can be taken out of a study as files, and the files that were. */
export default async function ExportsPage({ params, searchParams }: ExportsPageProps) {
  const access = await requirePageStudy((await params).study)
  const [protocol, exports, datasheet, t] = await Promise.all([
    getProtocol(access.studyId, access.protocolVersion),
    listExports(access),
    getDatasheet(access),
    getTranslations('exports'),
  ])
  const choices = exportChoices(protocol, access.sealed)
  const withheld = choices.filter(choice => choice.isWithheld).map(choice => t(`kind.${choice.kind}`))
  return filteredPage(searchParams, async filter => (
    <Messages namespaces={['exports']}>
      {access.sealed ? (
        <Alert variant="warning" title={t('sealedTitle')} className="mb-6">
          {t('sealed')} {t('sealedCount', { kinds: withheld.join(' · ') })}
        </Alert>
      ) : null}
      <Section
        title={t('new')}
        description={isFiltered(filter) ? `${t('newDescription')} ${t('filterApplies')}` : t('newDescription')}
      >
        <ExportForm study={access.slug} choices={choices} filter={filter} />
      </Section>
      <Section title={t('files')}>
        <ExportList study={access.slug} isSealed={access.sealed} initial={exports} />
      </Section>
      <DatasheetSection study={access.slug} datasheet={datasheet} />
    </Messages>
  ))
}
