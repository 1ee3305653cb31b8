import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import type { NoticedAnnotator } from '@/server/quality/queries/list-noticed'

const kinds = ['halted', 'flagged', 'not-qualified'] as const

/** Tells admins whom quality control has stopped or flagged. */
export function QualityNotice({ slug, noticed }: { slug: string; noticed: NoticedAnnotator[] }) {
  const t = useTranslations('quality.notice')
  return (
    <Alert
      variant="warning"
      className="mb-6"
      title={t('title', { count: noticed.length })}
      action={
        <Link href={`/studies/${slug}/quality`} className="text-primary underline-offset-4 hover:underline">
          {t('to')}
        </Link>
      }
    >
      <ul>
        {kinds.map(kind => {
          const names = noticed.filter(one => one.what === kind).map(one => one.name)
          return names.length > 0 ? <li key={kind}>{t(kind, { names: names.join(', ') })}</li> : null
        })}
      </ul>
    </Alert>
  )
}
