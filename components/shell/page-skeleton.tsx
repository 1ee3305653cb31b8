import { useTranslations } from 'next-intl'
import { Skeleton, SkeletonText } from '@/components/ui/skeleton'

/** What stands in for a page of a shell while it loads. */
export function PageSkeleton() {
  const t = useTranslations('ui')
  return (
    <div className="grid gap-5">
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      <Skeleton className="h-7 w-64 max-w-full" />
      <SkeletonText lines={2} className="max-w-xl" />
      <Skeleton className="h-64" />
    </div>
  )
}
