import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AgreementView } from '@/components/agreement/agreement-view'
import { Messages } from '@/components/shell/messages'
import { getAgreement } from '@/server/results/queries/get-agreement'
import { requirePageStudy } from '@/server/trpc/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agreement'))('title') }
}

/** How much annotators agree. Names no model, so it can be read while the study is blind. */
export default async function AgreementPage({ params }: { params: Promise<{ study: string }> }) {
  const access = await requirePageStudy((await params).study)
  return (
    <Messages namespaces={['agreement', 'tableDownload']}>
      <AgreementView study={access.slug} agreement={await getAgreement(access)} />
    </Messages>
  )
}
