import { Skeleton, SkeletonText } from '@/components/ui/skeleton'

/** What stands in for a page while its data is read. */
export function PageSkeleton() {
  return (
    <div className="grid gap-4" aria-hidden>
      <Skeleton className="h-7 w-56" />
      <SkeletonText lines={2} />
      <Skeleton className="h-48" />
    </div>
  )
}
