import { PageSkeleton } from '@/components/studies/page-skeleton'

/** Below the sections and the filter, which stay. */
export default function Loading() {
  return <PageSkeleton />
}
