import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Messages } from '@/components/shell/messages'
import { StudyActions } from '@/components/studies/study-actions'
import { StudyBadges } from '@/components/studies/study-badges'
import { NavTabs } from '@/components/ui/nav-tabs'
import { PageHeader } from '@/components/ui/page-header'
import { getStudy } from '@/server/studies/queries/get-study'
import { requirePageStudy } from '@/server/trpc/admin-page'

interface StudyLayoutProps {
  params: Promise<{ study: string }>
  children: ReactNode
}

export async function generateMetadata({ params }: StudyLayoutProps): Promise<Metadata> {
  const { name } = await getStudy(await requirePageStudy((await params).study))
  return { title: name }
}

/** Name, state, acts and sections of a study, above each of its pages. */
export default async function StudyLayout({ params, children }: StudyLayoutProps) {
  const study = await getStudy(await requirePageStudy((await params).study))
  const t = await getTranslations('studies')
  const { counts } = study
  const at = (page: string) => `/studies/${study.slug}${page}`
  return (
    <Messages namespaces={['studies', 'studyActions']}>
      <PageHeader
        title={<bdi>{study.name}</bdi>}
        description={study.disclosure ? <bdi>{study.disclosure}</bdi> : undefined}
        breadcrumbs={[{ href: '/studies', label: t('title') }]}
        meta={<StudyBadges {...study} />}
        actions={<StudyActions study={study} />}
      />
      <NavTabs
        label={t('sections')}
        items={[
          { href: at(''), label: t('tabs.overview'), exact: true },
          { href: at('/items'), label: t('tabs.items'), count: counts.items },
          { href: at('/import'), label: t('tabs.import') },
          { href: at('/models'), label: t('tabs.models'), count: counts.models },
          { href: at('/people'), label: t('tabs.people'), count: counts.annotators },
          { href: at('/progress'), label: t('tabs.progress') },
          { href: at('/quality'), label: t('tabs.quality') },
          { href: at('/flags'), label: t('tabs.flags'), count: counts.openFlags },
          { href: at('/review'), label: t('tabs.review') },
          { href: at('/results'), label: t('tabs.results'), also: at('/exports') },
          { href: at('/settings'), label: t('tabs.settings') },
          { href: at('/audit'), label: t('tabs.audit') },
        ]}
      />
      {children}
    </Messages>
  )
}
