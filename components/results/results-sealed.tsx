import { EyeOff } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { StudyState } from '@/server/studies/schema'

/** Why there is nothing to see yet, and what makes it visible. */
export function ResultsSealed({ study, state }: { study: string; state: StudyState }) {
  const t = useTranslations('results')
  return (
    <EmptyState
      icon={EyeOff}
      title={t('sealedTitle')}
      description={state === 'CLOSED' ? t('sealedClosed') : t('sealed')}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          <Button asChild>
            <Link href={`/studies/${study}`}>{t('toOverview')}</Link>
          </Button>
          <Button asChild variant="outline">
            <Link href={`/studies/${study}/progress`}>{t('toProgress')}</Link>
          </Button>
          <Button asChild variant="outline">
            <Link href={`/studies/${study}/results/agreement`}>{t('toAgreement')}</Link>
          </Button>
          {state === 'DRAFT' || state === 'CLOSED' ? (
            <Button asChild variant="outline">
              <Link href={`/studies/${study}/results/import`}>{t('importRecorded')}</Link>
            </Button>
          ) : null}
        </div>
      }
    />
  )
}
