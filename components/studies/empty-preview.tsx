import { Eye } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonClasses } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** There is no item to look at. */
export function EmptyPreview({ slug }: { slug: string }) {
  const t = useTranslations('studyPreview')
  return (
    <EmptyState
      icon={Eye}
      title={t('none')}
      description={t('noneHint')}
      action={
        <Link href={`/studies/${slug}/import`} className={buttonClasses()}>
          {t('import')}
        </Link>
      }
    />
  )
}
