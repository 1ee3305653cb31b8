import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { AgreementView } from '@/components/agreement/agreement-view'
import { QualityResults } from '@/components/quality/quality-results'
import { ComputedFrame } from '@/components/results/computed-frame'
import { filteredPage } from '@/components/results/filter/filtered-page'
import { Messages } from '@/components/shell/messages'
import { Alert } from '@/components/ui/alert'
import { getAnnotatorCare } from '@/server/quality/queries/get-annotator-care'
import { getFlow } from '@/server/quality/queries/get-flow'
import { getPositionAudit } from '@/server/quality/queries/get-position-audit'
import { matrixMeasureSchema } from '@/server/results/agreement/matrix-measure'
import { getComputed } from '@/server/results/queries/get-computed'
import { requirePageStudy } from '@/server/trpc/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('qualityResults'))('title') }
}

interface AgreementPageProps {
  params: Promise<{ study: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** How much annotators agree, and how carefully and blindly they worked. Nothing by model while the study is blind. */
export default async function AgreementPage({ params, searchParams }: AgreementPageProps) {
  const access = await requirePageStudy((await params).study)
  return filteredPage(searchParams, async asked => {
    const filter = { ...asked, judgments: 'original' as const }
    const measure = matrixMeasureSchema.catch('alpha').parse((await searchParams).matrix)
    const [agreement, care, audit, flow] = await Promise.all([
      getComputed(access, 'agreement', { filter }),
      getAnnotatorCare(access),
      getPositionAudit(access, filter),
      getFlow(access),
    ])
    return (
      <Messages namespaces={['agreement', 'qualityResults', 'tableDownload', 'differences']}>
        {asked.judgments === 'adjudicated' ? <OriginalOnly /> : null}
        <ComputedFrame computed={agreement}>
          {value => <AgreementView study={access.slug} agreement={value} filter={filter} measure={measure} />}
        </ComputedFrame>
        <div className="mt-8">
          <QualityResults care={care} audit={audit} flow={flow} />
        </div>
      </Messages>
    )
  })
}

function OriginalOnly() {
  return (
    <Alert variant="info" className="mb-6">
      {useTranslations('qualityResults')('adjudicated')}
    </Alert>
  )
}
