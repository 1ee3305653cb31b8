import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { NavTabs } from '@/components/ui/nav-tabs'
import { mainPreference } from '@/server/preferences/main-preference'
import { getProtocol } from '@/server/studies/queries'
import { requirePageStudy } from '@/server/trpc/admin-page'

interface ReviewLayoutProps {
  params: Promise<{ study: string }>
  children: ReactNode
}

/** What people decide about judgments, section by section. */
export default async function ReviewLayout({ params, children }: ReviewLayoutProps) {
  const { slug, studyId, protocolVersion } = await requirePageStudy((await params).study)
  const isPreference = mainPreference(await getProtocol(studyId, protocolVersion)) !== null
  const t = await getTranslations('review')
  const at = (page: string) => `/studies/${slug}/review${page}`
  return (
    <>
      <NavTabs
        label={t('sections')}
        className="mb-6"
        items={[
          { href: at('/judgments'), label: t('tabs.judgments') },
          { href: at('/disagreements'), label: t('tabs.disagreements') },
          { href: at('/messages'), label: t('tabs.messages') },
          ...(isPreference ? [{ href: at('/preferences'), label: t('tabs.preferences') }] : []),
        ]}
      />
      {children}
    </>
  )
}
