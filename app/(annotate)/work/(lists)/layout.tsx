import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { WorkNotices } from '@/components/judging/work-notices'
import { Messages } from '@/components/shell/messages'
import { WorkShell } from '@/components/shell/work-shell'
import { NavTabs } from '@/components/ui/nav-tabs'
import { requirePageActor } from '@/server/trpc/page'

/** The frame of the pages around the work: studies, earlier judgments, statement. */
export default async function WorkListsLayout({ children }: { children: ReactNode }) {
  const actor = await requirePageActor('/work')
  const t = await getTranslations('work')
  const tabs = [
    { href: '/work', label: t('tabs.studies'), exact: true },
    { href: '/work/judgments', label: t('tabs.judgments') },
    { href: '/work/messages', label: t('tabs.messages') },
    { href: '/work/statement', label: t('tabs.statement') },
  ]
  return (
    <Messages namespaces={['work', 'judging', 'itemMessages']}>
      <WorkShell user={actor} bar={<h1 className="truncate font-medium">{t('title')}</h1>}>
        <NavTabs label={t('title')} items={tabs} className="mb-5" />
        <WorkNotices />
        {children}
      </WorkShell>
    </Messages>
  )
}
