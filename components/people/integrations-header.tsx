import { BookOpen } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { NavTabs } from '@/components/ui/nav-tabs'
import { PageHeader } from '@/components/ui/page-header'

/** The head of the pages about programs: title, documentation, what can be made, and the two lists. */
export async function IntegrationsHeader({ actions }: { actions: ReactNode }) {
  const t = await getTranslations('integrations')
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <>
            <Button variant="outline" asChild>
              <a href="/api/v1/docs" target="_blank" rel="noreferrer">
                <BookOpen aria-hidden />
                {t('documentation')}
              </a>
            </Button>
            {actions}
          </>
        }
      />
      <NavTabs
        label={t('title')}
        className="mb-4"
        items={[
          { href: '/integrations', label: t('keys'), exact: true },
          { href: '/integrations/webhooks', label: t('webhooks') },
        ]}
      />
    </>
  )
}
