import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Messages } from '@/components/shell/messages'
import { Badge } from '@/components/ui/badge'
import { PageHeader, Section } from '@/components/ui/page-header'
import { DeliveryList } from '@/components/webhooks/delivery-list'
import { WebhookActions } from '@/components/webhooks/webhook-actions'
import { requirePageAdminAccess } from '@/server/trpc/admin-page'
import { findWebhook, listDeliveries } from '@/server/webhooks/queries/list-webhooks'
import { allWebhooks } from '@/server/webhooks/schema'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('webhooks'))('log') }
}

export default async function WebhookPage({ params }: { params: Promise<{ webhook: string }> }) {
  const { webhook: id } = await params
  const admin = await requirePageAdminAccess(`/integrations/webhooks/${id}`)
  const webhook = await findWebhook(admin, allWebhooks, id)
  if (!webhook) notFound()
  const [t, shared, deliveries] = await Promise.all([
    getTranslations('webhooks'),
    getTranslations('integrations'),
    listDeliveries(admin, allWebhooks, webhook.id),
  ])
  return (
    <Messages namespaces={['integrations', 'webhooks', 'problems']}>
      <PageHeader
        breadcrumbs={[{ href: '/integrations/webhooks', label: shared('webhooks') }]}
        title={
          <span dir="ltr" className="break-all">
            {webhook.url}
          </span>
        }
        meta={
          <Badge variant={webhook.isEnabled ? 'success' : 'muted'} dot>
            {t(webhook.isEnabled ? 'enabled' : 'stopped')}
          </Badge>
        }
        description={webhook.studyName ?? shared('allStudies')}
        actions={<WebhookActions webhookId={webhook.id} isEnabled={webhook.isEnabled} />}
      />
      <Section title={t('deliveries')} description={t('deliveriesHint')}>
        <DeliveryList webhookId={webhook.id} first={deliveries} />
      </Section>
    </Messages>
  )
}
