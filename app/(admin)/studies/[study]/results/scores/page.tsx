import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DownloadActions } from '@/components/results/download-actions'
import { filteredPage } from '@/components/results/filter/filtered-page'
import { Later } from '@/components/results/later'
import { ResultsFrame } from '@/components/results/results-frame'
import { ResultsSealed } from '@/components/results/results-sealed'
import { ScoresView } from '@/components/results/scores-view'
import { Messages } from '@/components/shell/messages'
import { getBridge } from '@/server/results/queries/get-bridge'
import { getFurtherScores } from '@/server/results/queries/get-further-scores'
import { getLabels } from '@/server/results/queries/get-labels'
import { getScores } from '@/server/results/queries/get-scores'
import { responseScales } from '@/server/results/response-scales'
import { getProtocol } from '@/server/studies/queries'
import { requirePageStudy } from '@/server/trpc/admin-page'
import { DifferencesOf, LengthAdjustedOf, SensitivityOf } from './later-sections'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('resultTabs'))('scores') }
}

interface ScoresPageProps {
  params: Promise<{ study: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Everything that the scores of a study say. `?criterion=` chooses where a protocol has several scales. */
export default async function ScoresPage({ params, searchParams }: ScoresPageProps) {
  const access = await requirePageStudy((await params).study)
  if (access.sealed) return <ResultsSealed study={access.slug} state={access.state} />
  const protocol = await getProtocol(access.studyId, access.protocolVersion)
  const scales = responseScales(protocol)
  if (scales.length === 0) redirect(`/studies/${access.slug}/results`)
  const { criterion } = await searchParams
  const wanted = criterion === undefined ? scales[0] : scales.find(one => one.id === criterion)
  if (!wanted) notFound()
  return filteredPage(searchParams, async filter => {
    const scores = await getScores(access, { criterion: wanted.id, filter })
    const [further, labels, bridges] = await Promise.all([
      getFurtherScores(access, scores),
      getLabels(access, filter),
      Promise.all(scales.map(async criterion => ({ criterion, rows: await getBridge(access, criterion, filter) }))),
    ])
    return (
      <Messages namespaces={['results', 'charts', 'tableDownload']}>
        <ResultsFrame
          study={access}
          page={wanted === scales[0] ? '/scores' : `/scores?criterion=${wanted.id}`}
          filter={filter}
          facts={scores}
          languages={scores.languages}
          adaptive={protocol.adaptive}
          downloads={<DownloadActions study={access.slug} criterion={wanted.id} filter={filter} />}
        >
          <ScoresView
            scores={scores}
            scales={scales}
            further={further}
            labels={labels}
            bridges={bridges}
            differences={
              <Later>
                <DifferencesOf access={access} scores={scores} />
              </Later>
            }
            doubts={
              <>
                <Later>
                  <SensitivityOf access={access} scores={scores} />
                </Later>
                <Later>
                  <LengthAdjustedOf access={access} scores={scores} />
                </Later>
              </>
            }
          />
        </ResultsFrame>
      </Messages>
    )
  })
}
