import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ApiKeyTable } from '@/components/people/api-key-table'
import { CreateApiKeyDialog } from '@/components/people/create-api-key-dialog'
import { IntegrationsHeader } from '@/components/people/integrations-header'
import { Messages } from '@/components/shell/messages'
import { listApiKeys } from '@/server/people/queries/list-api-keys'
import { listStudyNames } from '@/server/studies/queries/list-study-names'
import { requirePageAdminAccess } from '@/server/trpc/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('integrations'))('keys') }
}

export default async function ApiKeysPage() {
  const admin = await requirePageAdminAccess('/integrations')
  const [keys, studies] = await Promise.all([listApiKeys(admin), listStudyNames(admin)])
  return (
    <Messages namespaces={['integrations', 'apiKeys', 'problems']}>
      <IntegrationsHeader actions={<CreateApiKeyDialog studies={studies} />} />
      <ApiKeyTable keys={keys} />
    </Messages>
  )
}
