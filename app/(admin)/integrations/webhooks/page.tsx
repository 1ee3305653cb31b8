import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { IntegrationsHeader } from '@/components/people/integrations-header'
import { Messages } from '@/components/shell/messages'
import { CreateWebhookDialog } from '@/components/webhooks/create-webhook-dialog'
import { WebhookTable } from '@/components/webhooks/webhook-table'
import { listStudyNames } from '@/server/studies/queries/list-study-names'
import { requirePageAdminAccess } from '@/server/trpc/admin-page'
import { listWebhooks } from '@/server/webhooks/queries/list-webhooks'
import { allWebhooks } from '@/server/webhooks/schema'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('integrations'))('webhooks') }
}

export default async function WebhooksPage() {
  const admin = await requirePageAdminAccess('/integrations/webhooks')
  const [webhooks, studies] = await Promise.all([listWebhooks(admin, allWebhooks), listStudyNames(admin)])
  return (
    <Messages namespaces={['integrations', 'webhooks', 'problems']}>
      <IntegrationsHeader actions={<CreateWebhookDialog studies={studies} />} />
      <WebhookTable webhooks={webhooks} />
    </Messages>
  )
}
