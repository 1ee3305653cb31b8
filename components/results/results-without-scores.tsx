import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { LabelTable } from '@/server/results/queries/get-labels'
import { DownloadActions } from './download-actions'
import { LabelTables } from './label-tables'

interface ResultsWithoutScoresProps {
  study: string
  labels: LabelTable[]
  disclosure: string
}

/** What there is of a study whose criteria make no table: every rating, and how far people agree. */
export function ResultsWithoutScores({ study, labels, disclosure }: ResultsWithoutScoresProps) {
  const t = useTranslations('results')
  return (
    <>
      <LabelTables tables={labels} disclosure={disclosure} />
      <EmptyState
        title={t('withoutScoresTitle')}
        description={t('withoutScores')}
        action={
          <>
            <Button asChild variant="outline">
              <Link href={`/studies/${study}/results/agreement`}>{t('toAgreement')}</Link>
            </Button>
            <DownloadActions study={study} hasScores={false} />
          </>
        }
      />
    </>
  )
}
