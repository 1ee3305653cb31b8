import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MethodsView } from '@/components/results/methods-view'
import { comparedCriteria } from '@/server/results/compared-criteria'
import { checklistsOf } from '@/server/results/queries/get-rubric-scores'
import { responseScales } from '@/server/results/response-scales'
import { methodVersion } from '@/server/statistics/method-version'
import { getProtocol } from '@/server/studies/queries'
import { requirePageStudy } from '@/server/trpc/admin-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('methods'))('title') }
}

/** How results are made. Shows none, so it can be read while a study is blind. */
export default async function MethodsPage({ params }: { params: Promise<{ study: string }> }) {
  const access = await requirePageStudy((await params).study)
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  return (
    <MethodsView
      methodVersion={methodVersion}
      statusRules={protocol.statusRules}
      has={{
        scores: responseScales(protocol).length > 0,
        comparisons: comparedCriteria(protocol).length > 0,
        rubric: checklistsOf(protocol).length > 0,
      }}
    />
  )
}
